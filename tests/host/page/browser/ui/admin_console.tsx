/** The System Console, as far as it is about one plugin: its settings, and the components that it has for them. */
import type { PluginManifest, PluginSetting } from '@mattermost/types/plugins';
import React, { useEffect, useId, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { CustomSetting } from '../state/index.ts';
import { usePage, usePageState } from './page_context.tsx';
import { Markdown } from './parts/markdown.tsx';

type Values = Readonly<Record<string, unknown>>;

const noSettings: Readonly<Record<string, CustomSetting>> = {};

/** The page of the plugin that the address names. */
export function AdminConsole(): React.JSX.Element {
  const { pluginId } = useParams<{ pluginId: string }>();
  const { data } = usePage();
  const [manifest, setManifest] = useState<PluginManifest>();
  const [error, setError] = useState('');
  const [values, setValues] = useState<Values>({});
  const [stored, setStored] = useState<Values>({});
  const [saved, setSaved] = useState('');
  // As in the host, it is another object after each saving.
  const config = useMemo(
    () => ({ PluginSettings: { Plugins: { [pluginId]: stored } } }),
    [pluginId, stored],
  );
  const sections = usePageState(
    (state) => state.plugins.adminConsoleCustomSections[pluginId] ?? noSettings,
  );
  useEffect(() => {
    const load = async (): Promise<void> => {
      const { active, inactive } = await data.client.getPlugins();
      const response = await fetch(`${data.client.getPluginRoute(pluginId)}/settings`);
      const found = (await response.json()) as Values;
      setValues(found);
      setStored(found);
      setManifest([...active, ...inactive].find(({ id }) => id === pluginId));
    };
    load().catch(() => setError('Only an administrator sees this.'));
  }, [data, pluginId]);
  const save = async (): Promise<void> => {
    const address = `${data.client.getPluginRoute(pluginId)}/settings`;
    const body = JSON.stringify(values);
    const { headers } = data.client.getOptions({ method: 'put' });
    const response = await fetch(address, { method: 'PUT', body, headers });
    if (response.ok) setStored({ ...values });
    setSaved(response.ok ? 'Saved.' : 'That could not be saved.');
  };
  const schema = manifest?.settings_schema;
  return (
    <main className="admin-console">
      <Link to="/">Back to the channels</Link>
      <h1>{manifest?.name ?? 'System Console'}</h1>
      {error !== '' && <p role="alert">{error}</p>}
      {schema?.header !== undefined && <Markdown text={schema.header} />}
      {(schema?.settings ?? []).map((setting) => (
        <Setting
          key={setting.key}
          pluginId={pluginId}
          setting={setting}
          config={config}
          value={values[setting.key] ?? (setting.default as unknown) ?? ''}
          onChange={(key, value) => setValues({ ...values, [key]: value })}
        />
      ))}
      {Object.values(sections).map(({ key, component: Section }) => (
        <Section key={key} settingsList={[]} />
      ))}
      {schema !== undefined && (
        <button type="button" className="btn btn-primary" onClick={() => void save()}>
          Save
        </button>
      )}
      <p role="status">{saved}</p>
    </main>
  );
}

interface SettingProps {
  readonly pluginId: string;
  readonly setting: PluginSetting;
  /** What is stored, of which custom settings are handed all. */
  readonly config: object;
  readonly value: unknown;
  readonly onChange: (key: string, value: unknown) => void;
}

function Setting(props: SettingProps): React.JSX.Element {
  const { pluginId, setting, config, value, onChange } = props;
  const id = useId();
  const custom = usePageState(
    (state) => state.plugins.adminConsoleCustomComponents[pluginId]?.[setting.key.toLowerCase()],
  );
  const license = usePageState((state) => state.entities.general.license);
  const { key, type, help_text } = setting;
  const label = typeof setting.display_name === 'string' ? setting.display_name : key;
  const help = typeof help_text === 'string' ? help_text : '';
  if (custom !== undefined) {
    const Component = custom.component;
    const nothing = (): void => undefined;
    return (
      <div className="form-group">
        {custom.options?.showTitle === true && <h2>{label}</h2>}
        <Component
          id={`PluginSettings.Plugins.${pluginId}.${key}`}
          label={label}
          helpText={help}
          value={value}
          disabled={false}
          config={config}
          license={license}
          setByEnv={false}
          onChange={(_: unknown, changed: unknown) => onChange(key, changed)}
          registerSaveAction={nothing}
          unRegisterSaveAction={nothing}
          setSaveNeeded={nothing}
          cancelSubmit={nothing}
          showConfirm={false}
        />
      </div>
    );
  }
  return (
    <div className="form-group">
      <label htmlFor={id}>{label}</label>
      {type === 'bool' ? (
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(key, event.target.checked)}
        />
      ) : (
        <input
          id={id}
          className="form-control"
          type={type === 'number' ? 'number' : 'text'}
          value={String(value)}
          onChange={({ target }) =>
            onChange(key, type === 'number' ? Number(target.value) : target.value)
          }
        />
      )}
      <div className="help-text">
        <Markdown text={help} />
      </div>
    </div>
  );
}
