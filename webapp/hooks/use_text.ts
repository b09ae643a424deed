/** Sentences in the user's language. */
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { english } from '../i18n/index.ts';
import type { MessageId } from '../i18n/index.ts';

/** What fills the placeholders of a sentence. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the sentence of a name, with its placeholders filled in. */
export type TextOf = (id: MessageId, values?: TextValues) => string;

/** Sentences in the user's language; English until the host has taken that in. */
export function useText(): TextOf {
  const { formatMessage } = useIntl();
  return useCallback(
    (id, values) => formatMessage({ id, defaultMessage: english[id] }, values),
    [formatMessage],
  );
}
