/** What is recapped: the title, and the channels. */
import React from 'react';
import { limits } from '../../../server/contract/index.ts';
import { useText } from '../../hooks/index.ts';
import { Check, Choices, Field } from '../ui/index.ts';
import { ChannelPicker } from './channel_picker.tsx';
import { characters } from './form_values.ts';
import { Part } from './part.tsx';
import type { PartProps } from './part.tsx';

/** See the head of the file. */
export function WhatPart(props: PartProps & { readonly maxChannels: number }): React.JSX.Element {
  const { values, errors, maxChannels, onChange } = props;
  const text = useText();
  return (
    <Part title={text('scheduled_recaps.form.what')}>
      <Field
        name="title"
        label={
          <>
            {text('scheduled_recaps.form.title')}
            <Count text={values.title.trim()} limit={limits.titleCharacters} />
          </>
        }
        error={errors.title}
      >
        {(control) => (
          <input
            {...control}
            className="ScheduledRecapsInput"
            dir="auto"
            data-autofocus
            autoComplete="off"
            aria-required="true"
            placeholder={text('scheduled_recaps.form.title_example')}
            value={values.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field name="channel_mode" label={text('scheduled_recaps.form.channels')} group>
        {() => (
          <Choices
            cards
            value={values.channelMode}
            choices={[
              {
                value: 'specific',
                label: text('scheduled_recaps.form.specific'),
                help: text('scheduled_recaps.form.specific_help'),
              },
              {
                value: 'all_unreads',
                label: text('scheduled_recaps.form.all_unreads'),
                help: text('scheduled_recaps.form.all_unreads_help'),
              },
            ]}
            onChange={(channelMode) => onChange({ channelMode })}
          />
        )}
      </Field>
      {values.channelMode === 'specific' ? (
        <Field
          key="specific"
          name="channel_ids"
          label={text('scheduled_recaps.form.channel_ids')}
          error={errors.channel_ids}
          group
        >
          {(control) => (
            <ChannelPicker
              chosen={values.channelIds}
              max={maxChannels}
              describedBy={control['aria-describedby']}
              invalid={control['aria-invalid']}
              onChange={(channelIds) => onChange({ channelIds })}
            />
          )}
        </Field>
      ) : (
        <>
          <Check
            label={text('scheduled_recaps.form.include_direct')}
            checked={values.includeDirect}
            onChange={(includeDirect) => onChange({ includeDirect })}
          />
          <Check
            label={text('scheduled_recaps.form.include_muted')}
            checked={values.includeMuted}
            onChange={(includeMuted) => onChange({ includeMuted })}
          />
          <Field
            key="excluded"
            name="excluded_channel_ids"
            label={text('scheduled_recaps.form.excluded')}
            error={errors.excluded_channel_ids}
            group
          >
            {(control) => (
              <ChannelPicker
                chosen={values.excludedChannelIds}
                max={limits.channelsPerSchedule}
                describedBy={control['aria-describedby']}
                invalid={control['aria-invalid']}
                onChange={(excludedChannelIds) => onChange({ excludedChannelIds })}
              />
            )}
          </Field>
        </>
      )}
    </Part>
  );
}

/** How many characters there are, once it is worth knowing. */
export function Count(props: {
  readonly text: string;
  readonly limit: number;
}): React.JSX.Element | null {
  const sentence = useText();
  const used = characters(props.text);
  if (used < props.limit * 0.8) return null;
  return (
    <span className="ScheduledRecapsField__help ScheduledRecapsField__count">
      {sentence('scheduled_recaps.form.count', { used, limit: props.limit })}
    </span>
  );
}
