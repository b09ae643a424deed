/** The sample workspace: its files, and what loads them. */
export { SampleError } from './sample_error.ts';
export { loadSampleWorkspace, samplePassword } from './sample_workspace.ts';
export type { LoadedSample } from './sample_workspace.ts';
export { parseTranscript } from './transcript.ts';
