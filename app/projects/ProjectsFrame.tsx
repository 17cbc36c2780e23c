import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../ui/IconButton';
import './ProjectsFrame.css';

interface ProjectsFrameProps {
  readonly title: string;
  readonly isWide?: boolean;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog about projects, over the page. */
export function ProjectsFrame({ title, isWide, aside, onClose, children }: ProjectsFrameProps) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="projects-ground">
      <Modal className={isWide ? 'projects-modal projects-modal-wide' : 'projects-modal'}>
        <Dialog className="projects-dialog">
          <div className="projects-head">
            <Heading slot="title">{title}</Heading>
            {aside}
            <IconButton name={`Close: ${title}`} onClick={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
