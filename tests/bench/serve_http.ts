/** Requests a second that reach a plugin through the host and are answered by it. */
import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';

import type { Arena } from './arena.ts';
import { alternate, medians } from './pair.ts';
import type { Row } from './table.ts';

const rounds = 7;
const requests = 2_000;
const connections = 32;

/** Measures GET requests whose answer is two bytes long. */
export async function serveHttpRows({ urls }: Arena): Promise<readonly Row[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    const rates = await alternate(urls, rounds, (url) => load(`${url}/`, agent));
    const what = `ServeHTTP, ${connections} connections (more is better)`;
    return [{ what, unit: '/s', ...medians(rates, (rate) => rate), goal: undefined }];
  } finally {
    agent.destroy();
  }
}

/** Keeps all connections busy until `requests` were answered; returns how many that were a second. */
async function load(url: string, agent: Agent): Promise<number> {
  let left = requests;
  const connection = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const body = await request(url, agent);
      if (body !== 'ok') throw new Error(`the plugin answered ${body.slice(0, 100)}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  return (requests / (performance.now() - start)) * 1000;
}

function request(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      buffer(response).then((body) => resolve(body.toString()), reject);
    }).on('error', reject);
  });
}
