import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './Question.css';

interface Asked {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly string[];
  readonly answer: (answer: string | undefined) => void;
}

/** Something to be decided before anything is done. */
export function useQuestion() {
  const [asked, setAsked] = useState<Asked>();

  /** @returns the answer that was chosen, or nothing where the question was put away. */
  const ask = (title: string, text: string, answers: readonly string[]) =>
    new Promise<string | undefined>((resolve) => {
      const answer = (given: string | undefined) => {
        setAsked(undefined);
        resolve(given);
      };
      setAsked({ title, text, answers, answer });
    });

  const dialog = asked && (
    <ModalOverlay
      className="question-ground"
      isOpen
      isDismissable
      onOpenChange={() => asked.answer(undefined)}
    >
      <Modal className="question">
        <Dialog role="alertdialog">
          <Heading slot="title">{asked.title}</Heading>
          <p>{asked.text}</p>
          <div className="question-answers">
            {asked.answers.map((answer, index) => (
              <Button
                key={answer}
                className={`button ${index === 0 ? 'button-primary' : 'button-plain'}`}
                onPress={() => asked.answer(answer)}
              >
                {answer}
              </Button>
            ))}
            <Button className="button button-plain" onPress={() => asked.answer(undefined)}>
              Cancel
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
  return { ask, dialog };
}

/** The names of things, the first few of many. */
export function listed(names: readonly string[]): string {
  const rest = names.length - 5;
  return names.slice(0, 5).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
