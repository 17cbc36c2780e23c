import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton';
import './DialogFrame.css';

interface DialogFrameProps {
  readonly title: string;
  readonly width: 'narrow' | 'medium' | 'wide';
  /** Whether it is as high as it may be, whatever is in it. */
  readonly isTall?: boolean;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, with its title and what closes it. Load it with what is in it: it brings react-aria. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, width, isTall, aside, onClose, children } = props;
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="dialog-ground">
      <Modal className="dialog-modal" data-width={width} data-tall={isTall || undefined}>
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            {aside}
            <IconButton name="Close" onClick={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
