/** `messageHtmlToComponent`: HTML of a message as elements. Only what is listed comes through, whatever the HTML holds. */
import { createElement, type ReactNode } from 'react';

const tags = new Set(
  (
    'a b blockquote br code del div em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s span strong sub sup table tbody td th ' +
    'thead tr u ul'
  ).split(' '),
);

/** Attributes and the names that React has for them. */
const attributes: Readonly<Record<string, string>> = {
  alt: 'alt',
  class: 'className',
  'data-channel-mention': 'data-channel-mention',
  'data-link': 'data-link',
  'data-mention': 'data-mention',
  dir: 'dir',
  href: 'href',
  rel: 'rel',
  src: 'src',
  start: 'start',
  target: 'target',
  title: 'title',
};

/** What links and pictures may begin with. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'mattermost:', 'ftp:']);
/** What an address without a scheme belongs to. */
const base = 'http://localhost';

/** The elements that the HTML describes. */
export function messageHtmlToComponent(html: string): ReactNode {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return createElement('div', { className: 'markdown' }, ...children(body));
}

function children(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, key) => toElement(node, key));
}

function toElement(node: Node, key: number): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return null;
  const tag = node.tagName.toLowerCase();
  if (!tags.has(tag)) return node.textContent;
  const properties: Record<string, unknown> = { key };
  for (const { name, value } of node.attributes) {
    const property = attributes[name];
    if (property !== undefined && isSafe(name, value)) properties[property] = value;
  }
  const inside = children(node);
  return inside.length === 0
    ? createElement(tag, properties)
    : createElement(tag, properties, ...inside);
}

/** Addresses that run nothing, by the scheme that a browser would see in them. */
function isSafe(name: string, value: string): boolean {
  if (name !== 'href' && name !== 'src') return true;
  return URL.canParse(value, base) && schemes.has(new URL(value, base).protocol);
}
