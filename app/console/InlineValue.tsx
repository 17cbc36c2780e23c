import type { PreviewedValue, ValuePreviews } from '../../runtime-worker/index';
import { StackTrace } from '../requests/StackTrace';
import { wordsOf } from './preview-words';

interface InlineValueProps {
  readonly value: PreviewedValue;
  readonly objects: ValuePreviews['objects'];
}

/** A value on one line. */
export function InlineValue({ value, objects }: InlineValueProps) {
  return wordsOf(value, objects).map(({ kind, text }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a value never change
    <span key={at} className={`value-${kind}`}>
      {text.includes('\n') ? <StackTrace text={text} /> : text}
    </span>
  ));
}
