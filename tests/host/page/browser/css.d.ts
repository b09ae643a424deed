/** Style sheets end up in one file beside the script. */
declare module '*.css';
