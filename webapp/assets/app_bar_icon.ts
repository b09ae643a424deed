/** The picture in the bar of apps. The host shows it as an image, so it comes as an address that holds it all. */

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><rect width="128" height="128" rx="28" fill="#1c58d9"/><path d="M32 24h60a14 14 0 0 1 14 14v48a14 14 0 0 1-14 14H58l-16.500 13.500A3.300 3.300 0 0 1 36 111v-11h-4a14 14 0 0 1-14-14V38a14 14 0 0 1 14-14Z" fill="#fff"/><path d="M36 44h52M36 60h24M36 76h18" fill="none" stroke="#1c58d9" stroke-width="7" stroke-linecap="round"/><circle cx="93" cy="85" r="28.500" fill="#ffbc1f" stroke="#1c58d9" stroke-width="8"/><path d="M93 71v15l10 6" fill="none" stroke="#1b1d22" stroke-width="6.500" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** See the head of the file. */
export const appBarIcon = `data:image/svg+xml,${encodeURIComponent(svg)}`;
