/** What components act through. They live in trees of the host's, so each is handed it anew; see `provide`. */
import { createContext, createElement, useContext } from 'react';
import type { ComponentType, FunctionComponent } from 'react';
import type { DescribedSchedule } from '../../server/contract/index.ts';
import type { RecapsClient, SiteClient } from '../client/index.ts';
import type { RecapsActions } from '../state/index.ts';

/** What the form for a schedule is opened for. */
export type FormRequest =
  | { readonly mode: 'create'; readonly channelId?: string | undefined }
  | { readonly mode: 'edit' | 'duplicate'; readonly schedule: DescribedSchedule };

/** See the head of the file. */
export interface Services {
  readonly actions: RecapsActions;
  readonly client: RecapsClient;
  readonly site: SiteClient;
  /** Opens the form for a schedule. */
  readonly openForm: (request: FormRequest) => void;
}

const ServicesContext = createContext<Services | undefined>(undefined);

/** The component, with the services in reach of it and of all below it. */
export function provide<P extends object>(
  services: Services,
  component: ComponentType<P>,
): FunctionComponent<P> {
  const Provided = (props: P): React.JSX.Element =>
    createElement(ServicesContext.Provider, { value: services }, createElement(component, props));
  Provided.displayName = `Provided(${component.displayName ?? component.name})`;
  return Provided;
}

/** @throws {Error} outside of `provide`. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('there are no services here');
  return services;
}
