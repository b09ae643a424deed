/** The webapp half: hands itself to the host. */
import { pluginId } from '../server/contract/index.ts';
import { registerPlugin } from './host/index.ts';
import { WebappPlugin } from './plugin.tsx';

registerPlugin(pluginId, new WebappPlugin());
