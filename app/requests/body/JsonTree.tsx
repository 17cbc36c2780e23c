import { ChevronRight, ListChevronsDownUp, ListChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { IconButton } from '../../ui/IconButton';
import { CopySaid, useCopying } from './copying';
import {
  childrenOf,
  isBranch,
  type JsonBranch,
  type JsonLeaf,
  type JsonNode,
  jsonNode,
  jsonSummary,
  sizeOf,
  unfoldable,
} from './json-nodes';
import './JsonTree.css';

interface JsonTreeProps {
  /** As `JSON.parse` gives it. */
  readonly value: unknown;
}

const ROWS = { estimatedRowSize: 20 };

/** So many rows are unfolded when the tree is first shown, and by `Unfold all`. */
const FIRST_ROWS = 30;
const ALL_ROWS = 2000;

/** So much of a text is shown; all of it is in the text of the body. */
const LONGEST = 2000;

/** JSON that unfolds. Arrow keys move and unfold, Ctrl+C copies the value of a row. */
export default function JsonTree({ value }: JsonTreeProps) {
  const root = useMemo(() => jsonNode(value), [value]);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(
    () => new Set([root.id, ...unfoldable(root, FIRST_ROWS)]),
  );
  const nodes = useMemo(() => new Map<string, JsonNode>(), []);
  const items = useMemo(() => [root], [root]);
  const { copied, copy } = useCopying();

  const item = (node: JsonNode) => {
    nodes.set(node.id, node);
    const isFoldable = isBranch(node) && sizeOf(node) > 0;
    const isOpen = isFoldable && unfolded.has(node.id);
    return (
      <TreeItem
        id={node.id}
        className="json-row"
        textValue={textOf(node)}
        hasChildItems={isFoldable}
      >
        <TreeItemContent>
          {isFoldable ? (
            <Button slot="chevron" className="json-chevron">
              <ChevronRight size={12} aria-hidden="true" />
            </Button>
          ) : (
            <span className="json-chevron" />
          )}
          <span className="json-entry">
            {node.name !== undefined && <span className="json-name">{node.name}: </span>}
            {isBranch(node) ? <Branch node={node} isOpen={isOpen} /> : <Leaf node={node} />}
          </span>
        </TreeItemContent>
        {isFoldable && (
          // A row unfolds where it has one below it; the rest come when it does.
          <Collection items={isOpen ? childrenOf(node) : childrenOf(node).slice(0, 1)}>
            {isOpen ? item : folded}
          </Collection>
        )}
      </TreeItem>
    );
  };

  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'c') return;
    // What is marked by hand is copied as such.
    if (!window.getSelection()?.isCollapsed) return;
    const node = nodes.get(rowOf(event.target)?.dataset.key ?? '');
    if (!node) return;
    event.preventDefault();
    copy(textToCopy(node));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows in it have the focus and the keys
    <div
      className="json-frame"
      role="presentation"
      onKeyDownCapture={press}
      // The keyboard goes on where it was clicked.
      onClick={({ target }) => rowOf(target)?.focus()}
    >
      <div className="json-bar">
        <CopySaid copied={copied} />
        <IconButton
          name="Unfold all"
          onClick={() => setUnfolded(new Set(unfoldable(root, ALL_ROWS)))}
        >
          <ListChevronsUpDown size={15} aria-hidden="true" />
        </IconButton>
        <IconButton name="Fold all" onClick={() => setUnfolded(new Set())}>
          <ListChevronsDownUp size={15} aria-hidden="true" />
        </IconButton>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
        <Tree
          className="json-tree"
          aria-label="The body as JSON"
          items={items}
          dependencies={[unfolded]}
          expandedKeys={unfolded}
          onExpandedChange={(keys) => setUnfolded(new Set([...keys].map(String)))}
        >
          {item}
        </Tree>
      </Virtualizer>
    </div>
  );
}

/** A row that nobody sees. */
function folded({ id }: JsonNode) {
  return (
    <TreeItem id={`${id}?`} textValue="">
      <TreeItemContent>{null}</TreeItemContent>
    </TreeItem>
  );
}

function Leaf({ node: { kind, value } }: { readonly node: JsonLeaf }) {
  const text = JSON.stringify(value);
  const cut = text.length - LONGEST;
  return (
    <span className={`json-${kind}`}>
      {cut > 0 ? text.slice(0, LONGEST) : text}
      {cut > 0 && (
        <span className="json-muted"> … and {cut.toLocaleString('en')} more characters</span>
      )}
    </span>
  );
}

function Branch({ node, isOpen }: { readonly node: JsonBranch; readonly isOpen: boolean }) {
  const size = sizeOf(node);
  if (node.part) return null;
  return (
    <span className="json-muted">
      {isOpen ? countOf(node, size) : jsonSummary(node.value)}
      {!isOpen && node.kind === 'array' && size > 0 && ` ${countOf(node, size)}`}
    </span>
  );
}

function countOf({ kind }: JsonBranch, size: number): string {
  const count = size.toLocaleString('en');
  if (kind === 'array') return `${count} ${size === 1 ? 'entry' : 'entries'}`;
  return `${count} ${size === 1 ? 'member' : 'members'}`;
}

function textOf(node: JsonNode): string {
  const value = isBranch(node) ? jsonSummary(node.value) : String(node.value).slice(0, LONGEST);
  return node.name === undefined ? value : `${node.name}: ${value}`;
}

function rowOf(target: EventTarget): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[role=row]')) || undefined;
}

/** Text as it is, all else as JSON; `undefined` for what nests deeper than browsers write JSON. */
function textToCopy(node: JsonNode): string | undefined {
  if (node.kind === 'text') return String(node.value);
  try {
    return JSON.stringify(node.value, null, 2);
  } catch {
    return undefined;
  }
}
