/** How much was written when, as a row of bars. */
import React from 'react';

/** Sizes of the drawing, in pixels. */
const barWidth = 4;
const gap = 1;
const height = 20;
const minHeight = 1.5;

/** Bars for the parts of the window; `label` says the same in words. */
export function ActivityChart(props: {
  readonly counts: readonly number[];
  readonly label: string;
}): React.JSX.Element | null {
  const { counts, label } = props;
  const most = Math.max(...counts, 0);
  if (most === 0) return null;
  const width = counts.length * (barWidth + gap) - gap;
  return (
    <svg
      className="ScheduledRecapsChart"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {counts.map((count, index) => {
        const tall = count === 0 ? minHeight : Math.max((height * count) / most, minHeight * 2);
        return (
          <rect
            // Parts have no identity but their place.
            key={index}
            className={`ScheduledRecapsChart__bar${count === 0 ? ' ScheduledRecapsChart__bar--none' : ''}`}
            x={index * (barWidth + gap)}
            y={height - tall}
            width={barWidth}
            height={tall}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
