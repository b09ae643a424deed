/** The store, to which plugins add reducers of their own. */
import {
  applyMiddleware,
  combineReducers,
  legacy_createStore,
  type Reducer,
  type UnknownAction,
} from 'redux';
import { thunk } from 'redux-thunk';
import { entitiesReducer } from './entity_reducers.ts';
import { pluginsReducer } from './plugin_reducers.ts';
import type { GlobalState, PageStore, PluginReducer } from './types.ts';
import { viewsReducer, websocketReducer } from './view_reducers.ts';

/** A store that takes more reducers while it runs. */
export interface GrowingStore {
  readonly store: PageStore;
  /** Adds or replaces the reducer of a name at the top of the state. There is no way back, as in the host. */
  addReducer(name: string, reducer: PluginReducer): void;
}

/** A new store with nothing in it. */
export function createPageStore(): GrowingStore {
  const reducers: Record<string, PluginReducer> = {
    // The reducers know their own actions; the store takes any.
    entities: entitiesReducer as PluginReducer,
    plugins: pluginsReducer as PluginReducer,
    views: viewsReducer as PluginReducer,
    websocket: websocketReducer as PluginReducer,
  };
  const root = (): Reducer<GlobalState> =>
    combineReducers(reducers) as unknown as Reducer<GlobalState>;
  // What the middleware adds to `dispatch` shows in the type only of a store made for it.
  const store = legacy_createStore<GlobalState, UnknownAction>(
    root(),
    applyMiddleware(thunk),
  ) as PageStore;
  return {
    store,
    addReducer: (name, reducer) => {
      reducers[name] = reducer;
      store.replaceReducer(root());
    },
  };
}
