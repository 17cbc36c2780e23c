import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';

/** Where and why a text is no JSON. */
export interface JsonProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** From the start, in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
}

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value: text stands in double quotes',
  InvalidNumberFormat: 'this number is not written as JSON has it',
  PropertyNameExpected: 'the name of a property is missing; it stands in double quotes',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'something stands after the end of the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a closing quote is missing',
  UnexpectedEndOfNumber: 'this number is cut off',
  InvalidUnicode: 'this is no Unicode escape',
  InvalidEscapeCharacter: 'this is no escape that JSON has',
  InvalidCharacter: 'a control character has to be escaped',
};

/** The first thing that keeps a text from being JSON. */
export function jsonProblem(text: string): JsonProblem | undefined {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return undefined;
  const before = text.slice(0, first.offset).split('\n');
  const code = printParseErrorCode(first.error);
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    offset: first.offset,
    message: MESSAGES[code] ?? code,
  };
}
