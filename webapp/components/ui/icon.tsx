/** Small pictures. They come with the code, since not every page that shows us has the host's icon font loaded. */
import React from 'react';

/** Strokes on a field of 24 by 24. */
const paths = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 4 2.500 20h19ZM12 10v5M12 17.500v.5',
  back: 'M19 12H5M11 6l-6 6 6 6',
  channel: 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17',
  check: 'M5 12.500 10 17.500 19.500 7',
  chevron: 'M9 6l6 6-6 6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5.500l3.500 2',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
  direct: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 20c1-4 4-5.500 8-5.500s7 1.500 8 5.500',
  edit: 'M4 20l1-4L16 5l3 3L8 19ZM14 7l3 3',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4',
  group:
    'M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7ZM2.500 20c.5-4 3-5.500 6.500-5.500s6 1.500 6.500 5.500M16 5.500a3.500 3.500 0 0 1 0 6.500M18 14.800c2 .7 3.200 2.300 3.500 5.200',
  more: 'M12 5.500v.5M12 12v.5M12 18.500v.5',
  play: 'M7 4.500v15l12-7.500Z',
  private: 'M6 11h12v9H6ZM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  public: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.500 15.500 20 20',
  trash: 'M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500',
} as const;

/** The name of a picture. */
export type IconName = keyof typeof paths;

/** A picture that says nothing by itself: the words stand beside it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): React.JSX.Element {
  return (
    <svg
      className="ScheduledRecapsIcon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {/* Where the host fills every picture, the lines of this one stay lines. */}
      <path d={paths[name]} fill="none" />
    </svg>
  );
}

/** A clock for bars and menus of the host, which give pictures their colour by filling them. */
export function EntryIcon({ size }: { size: number }): React.JSX.Element {
  return (
    <svg
      className="ScheduledRecapsEntryIcon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fillRule="evenodd"
        d="M12 2.100a9.900 9.900 0 1 0 0 19.800 9.900 9.900 0 0 0 0-19.800ZM12 3.900a8.100 8.100 0 1 1 0 16.200 8.100 8.100 0 0 1 0-16.200ZM11.100 7h1.800v5l3 1.750-.9 1.550-3.900-2.300Z"
      />
    </svg>
  );
}
