/** What the tests of components look through: roles and names, a user's hands, and axe. */
import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';

import { accessibilityFaults } from './accessibility.ts';

function Counter(): React.JSX.Element {
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>{`Pressed ${count} times`}</button>;
}

test('a component is found by its role and name, and used as by a person', async () => {
  render(<Counter />);
  await userEvent.click(screen.getByRole('button', { name: 'Pressed 0 times' }));
  expect(screen.getByRole('button').textContent).toBe('Pressed 1 times');
});

test('what axe holds to be wrong is said in one line each', async () => {
  const { container } = render(
    <>
      <button />
      <img src="data:," />
    </>,
  );
  expect(await accessibilityFaults(container)).toEqual([
    expect.stringMatching(/^button-name: .*<button>/),
    expect.stringMatching(/^image-alt: .*<img/),
  ]);
});

test('axe has nothing to say of what is right', async () => {
  const { container } = render(<Counter />);
  expect(await accessibilityFaults(container)).toEqual([]);
});
