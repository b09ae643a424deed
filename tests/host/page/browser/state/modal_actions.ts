/** Opening and closing modals. */
import type { ComponentType } from 'react';
import type { OpenModal, PageAction } from './types.ts';

/** A modal to open. */
export interface ModalRequest {
  readonly modalId: string;
  readonly dialogType: ComponentType<never>;
  readonly dialogProps?: object;
}

/** Opens a modal; the page gives it `onExited` and `onHide`, and both close it. */
export function openModal({ modalId, dialogType, dialogProps }: ModalRequest): PageAction {
  return {
    type: 'MODAL_OPEN',
    modalId,
    dialogType: dialogType as unknown as OpenModal['dialogType'],
    dialogProps: dialogProps as OpenModal['dialogProps'],
  };
}

/** Closes a modal. */
export function closeModal(modalId: string): PageAction {
  return { type: 'MODAL_CLOSE', modalId };
}
