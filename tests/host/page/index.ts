/** The page of the stand-in server: Mattermost's webapp as far as a plugin's webapp half can tell. */
export { serveSite } from './site_route.ts';
export { clientManifest, hasWebapp } from './client_manifest.ts';
