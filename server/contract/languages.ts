/** Languages that the plugin speaks: in recaps, and in its own words. BCP 47 tags. */
export const languages = ['en', 'de', 'es', 'fr', 'ja'] as const;
