/** Elements as plugins hand them over. */
import React, { createElement, isValidElement, type ComponentType, type ReactNode } from 'react';

/** The element that is meant: a component becomes one, everything else stays. */
export function resolveElement(value: unknown): ReactNode {
  return isComponent(value) ? createElement(value) : (value as ReactNode);
}

function isComponent(value: unknown): value is ComponentType {
  if (typeof value === 'function') return true;
  // What memo, forwardRef and lazy give is an object, and no element.
  const isObject = typeof value === 'object' && value !== null && !isValidElement(value);
  return isObject && !Array.isArray(value) && '$$typeof' in value && value.$$typeof !== portal;
}

const portal = Symbol.for('react.portal');

/** A name for who hears the page instead of seeing it: only words, or a message of the host's own react-intl. */
export function spokenText(
  value: ReactNode,
  formattedMessage: unknown,
  format: (id: string, defaultMessage: string) => string,
): string {
  if (typeof value === 'string') return value;
  if (!React.isValidElement<{ id?: string; defaultMessage?: string }>(value)) return '';
  if (value.type !== formattedMessage) return '';
  return format(value.props.id ?? '', value.props.defaultMessage ?? '');
}
