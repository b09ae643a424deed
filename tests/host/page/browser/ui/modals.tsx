/** Modals that are open, whoever opened them. */
import React, { useEffect, useId, useRef } from 'react';
import { closeModal } from '../state/index.ts';
import { usePage, usePageDispatch, usePageState } from './page_context.tsx';
import { PluginErrorBoundary } from './parts/error_boundary.tsx';

/** Renders every open modal and gives it the two ways to close, as the host does. */
export function ModalController(): React.JSX.Element {
  const { report } = usePage();
  const dispatch = usePageDispatch();
  const modals = usePageState((state) => state.views.modals.modalState);
  return (
    <>
      {Object.entries(modals).map(([id, { dialogType: Dialog, dialogProps }]) => {
        const close = (): void => void dispatch(closeModal(id));
        const exited = dialogProps?.['onExited'];
        const onExited = (): void => {
          close();
          if (isCallback(exited)) exited();
        };
        return (
          <PluginErrorBoundary key={id} pluginId={id} report={report}>
            <Dialog {...dialogProps} onExited={onExited} onHide={close} />
          </PluginErrorBoundary>
        );
      })}
    </>
  );
}

function isCallback(value: unknown): value is () => void {
  return typeof value === 'function';
}

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** The page's own modal: the browser's dialog, which holds the focus and gives it back. */
export function Modal({ title, onClose, children }: ModalProps): React.JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="page-modal"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="page-modal__header">
        <h1 id={titleId}>{title}</h1>
        <button type="button" className="btn btn-icon" aria-label="Close" onClick={onClose}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      {children}
    </dialog>
  );
}
