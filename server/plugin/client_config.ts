/** What a form for schedules has to know of the settings. */
import type { Configuration } from '../config/index.ts';
import type { ClientConfig } from '../contract/index.ts';

/** How people call the Agents plugin. */
const agentsName = 'Agents';

/** See the head of the file. */
export function clientConfigOf(configuration: Configuration): ClientConfig {
  return {
    schedules_per_user: configuration.schedulesPerUser,
    channels_per_schedule: configuration.channelsPerSchedule,
    ai: aiOf(configuration),
  };
}

/** Whether an AI is set up: not whether it answers, which only its next recap will show. */
function aiOf(configuration: Configuration): ClientConfig['ai'] {
  const { aiEngine, openAiBaseUrl, openAiModel } = configuration;
  switch (aiEngine) {
    case 'off':
      return { available: false, name: '' };
    case 'agents':
      return { available: true, name: agentsName };
    case 'openai': {
      const available = openAiBaseUrl !== '' && openAiModel !== '';
      return { available, name: available ? openAiModel : '' };
    }
  }
}
