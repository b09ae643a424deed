/** How a recap is made: of which span, how long, by whom. */
import React from 'react';
import { languages, limits } from '../../../server/contract/index.ts';
import type { ClientConfig, Content } from '../../../server/contract/index.ts';
import { useText } from '../../hooks/index.ts';
import { Check, Choices, Field, Select } from '../ui/index.ts';
import { Part } from './part.tsx';
import type { PartProps } from './part.tsx';
import { Count } from './what_part.tsx';

const periods = ['since_last_recap', 'since_last_read', 'last_24h', 'last_week'] as const;
const focuses = ['everything', 'concerns_me'] as const;
const lengths = ['brief', 'standard', 'detailed'] as const;
const engines = ['automatic', 'built_in', 'ai'] as const;

/** See the head of the file. */
export function HowPart(props: PartProps & { readonly ai: ClientConfig['ai'] }): React.JSX.Element {
  const { values, errors, ai, onChange } = props;
  const text = useText();
  const { content } = values;
  const change = (changed: Partial<Content>): void =>
    onChange({ content: { ...content, ...changed } });
  // A schedule that was made while there was an AI keeps its choice in sight.
  const showsAi = ai.available || content.engine === 'ai' || content.custom_instructions !== '';
  return (
    <Part title={text('scheduled_recaps.form.how')}>
      <Field
        name="time_period"
        label={text('scheduled_recaps.form.period')}
        help={text(`scheduled_recaps.form.period_help.${values.timePeriod}`)}
      >
        {(control) => (
          <Select
            {...control}
            value={values.timePeriod}
            choices={periods.map((value) => ({
              value,
              label: text(`scheduled_recaps.form.period.${value}`),
            }))}
            onChange={(timePeriod) => onChange({ timePeriod })}
          />
        )}
      </Field>
      <Field name="content.focus" label={text('scheduled_recaps.form.focus')} group>
        {() => (
          <Choices
            value={content.focus}
            choices={focuses.map((value) => ({
              value,
              label: text(`scheduled_recaps.form.focus.${value}`),
            }))}
            onChange={(focus) => change({ focus })}
          />
        )}
      </Field>
      <Field name="content.length" label={text('scheduled_recaps.form.length')} group>
        {() => (
          <Choices
            value={content.length}
            choices={lengths.map((value) => ({
              value,
              label: text(`scheduled_recaps.form.length.${value}`),
            }))}
            onChange={(length) => change({ length })}
          />
        )}
      </Field>
      <Field name="content.language" label={text('scheduled_recaps.form.language')}>
        {(control) => (
          <Select
            {...control}
            value={content.language}
            choices={[
              { value: 'automatic', label: text('scheduled_recaps.form.language.automatic') },
              ...languages.map((value) => ({ value, label: languageName(value) })),
            ]}
            onChange={(language) => change({ language })}
          />
        )}
      </Field>
      {showsAi && (
        <>
          <Field
            name="content.engine"
            label={text('scheduled_recaps.form.engine')}
            help={ai.available ? undefined : text('scheduled_recaps.form.no_ai')}
          >
            {(control) => (
              <Select
                {...control}
                value={content.engine}
                choices={engines.map((value) => ({
                  value,
                  label:
                    value === 'ai' && ai.name !== ''
                      ? text('scheduled_recaps.form.engine.named_ai', { name: ai.name })
                      : text(`scheduled_recaps.form.engine.${value}`),
                }))}
                onChange={(engine) => change({ engine })}
              />
            )}
          </Field>
          <Field
            name="content.custom_instructions"
            label={
              <>
                {text('scheduled_recaps.form.instructions')}
                <Count
                  text={content.custom_instructions.trim()}
                  limit={limits.instructionCharacters}
                />
              </>
            }
            help={text('scheduled_recaps.form.instructions_help')}
            error={errors['content.custom_instructions']}
          >
            {(control) => (
              <textarea
                {...control}
                className="ScheduledRecapsInput"
                dir="auto"
                rows={3}
                placeholder={text('scheduled_recaps.form.instructions_example')}
                value={content.custom_instructions}
                onChange={(event) => change({ custom_instructions: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
      <Check
        label={text('scheduled_recaps.form.include_bots')}
        checked={content.include_bots}
        onChange={(include) => change({ include_bots: include })}
      />
      <Check
        label={text('scheduled_recaps.form.skip_empty')}
        help={text('scheduled_recaps.form.skip_empty_help')}
        checked={values.skipEmpty}
        onChange={(skipEmpty) => onChange({ skipEmpty })}
      />
    </Part>
  );
}

/** A language by the name it has for itself: who needs it can read that. */
function languageName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
