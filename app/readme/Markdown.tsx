import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';

interface MarkdownProps {
  readonly text: string;
  /** What stands for a heading here, whose level is that of the place. */
  readonly heading: 'h2' | 'h3';
}

/** As much as anybody reads; more of it is not looked at. */
const MOST_CHARACTERS = 10_000;

/** No pictures: whoever wrote the text would see who reads it. */
const ELEMENTS = ['p', 'em', 'strong', 'code', 'pre', 'a', 'ul', 'ol', 'li', 'blockquote', 'hr'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Leads out of the page, or nowhere: what a project names beside itself is not beside this page. */
const Link: NonNullable<Components['a']> = ({ href, children }) =>
  href !== undefined && /^https?:\/\//i.test(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    children
  );

const COMPONENTS = { h2: withHeading('h2'), h3: withHeading('h3') };

function withHeading(Level: MarkdownProps['heading']): Components {
  const Heading = ({ children }: { readonly children?: ReactNode }) => <Level>{children}</Level>;
  return { ...Object.fromEntries(HEADINGS.map((level) => [level, Heading])), a: Link };
}

/** A text in Markdown, which may be hostile, as React elements: HTML in it is left out. */
export function Markdown({ text, heading }: MarkdownProps) {
  return (
    <ReactMarkdown
      skipHtml
      allowedElements={[...ELEMENTS, ...HEADINGS]}
      unwrapDisallowed
      components={COMPONENTS[heading]}
    >
      {text.slice(0, MOST_CHARACTERS)}
    </ReactMarkdown>
  );
}
