/** Parts of any interface; none of them knows what it is used for. */
export { Check, Choices, Select } from './check.tsx';
export type { Choice } from './check.tsx';
export { Combobox } from './combobox.tsx';
export type { ComboboxOption } from './combobox.tsx';
export { Dialog } from './dialog.tsx';
export { Field } from './field.tsx';
export { EntryIcon, Icon } from './icon.tsx';
export type { IconName } from './icon.tsx';
export { Menu } from './menu.tsx';
export {
  Banner,
  Disclosure,
  IconButton,
  LinkButton,
  ProgressBar,
  Switch,
  ToggleButton,
} from './parts.tsx';
export { uiStyles } from './styles.ts';
