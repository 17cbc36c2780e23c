/**
 * The values of a console call as bounded data. Objects are a list, and no tree: what comes from an
 * isolate must not be deep, an object may be in itself, and one that stands twice is told once.
 */
import * as v from 'valibot';
import {
  PREVIEW_CHARACTERS,
  PREVIEW_OBJECT_ENTRIES,
  PREVIEW_TEXT,
  TABLE_ENTRIES,
  TABLE_OBJECTS,
} from './bounds';

const Text = v.pipe(v.string(), v.maxLength(PREVIEW_TEXT));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A list whose length is looked at before its items are. */
function list<T extends v.GenericSchema>(item: T, most: number) {
  return v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));
}

const PreviewedValue = v.union([
  /** `more`: so many characters were left out. */
  v.object({ type: v.literal('string'), text: Text, more: v.exactOptional(Count) }),
  v.object({
    type: v.picklist([
      'number',
      'bigint',
      'boolean',
      'symbol',
      'undefined',
      'null',
      /** A property that is a getter, a setter or both: it is not called. */
      'accessor',
      /** An element that an array has not. */
      'hole',
      /** An object that was not looked into, by what it is called. */
      'unseen',
    ]),
    text: Text,
  }),
  /** Which of the objects. */
  v.object({ type: v.literal('object'), object: Count }),
]);
export type PreviewedValue = v.InferOutput<typeof PreviewedValue>;

const PreviewedEntry = v.object({
  /** The name of a property, the index of an element. Elements of a `Set` have none. */
  key: v.exactOptional(Text),
  /** The key of an entry of a `Map`. */
  mapKey: v.exactOptional(PreviewedValue),
  value: PreviewedValue,
});
export type PreviewedEntry = v.InferOutput<typeof PreviewedEntry>;

const PreviewedObject = v.object({
  kind: v.picklist(['object', 'list', 'map', 'set', 'function', 'error', 'text', 'proxy']),
  /** Of its class; empty where it has none. */
  name: Text,
  /** What stands for the object itself: the stack of an error, the time of a `Date`. */
  text: v.exactOptional(Text),
  /** The length of an array, the size of a `Map`. */
  size: v.exactOptional(Count),
  entries: list(PreviewedEntry, PREVIEW_OBJECT_ENTRIES),
  /** How many entries were left out. */
  more: v.exactOptional(Count),
});
export type PreviewedObject = v.InferOutput<typeof PreviewedObject>;

export const ValuePreviews = v.pipe(
  v.object({
    /** One for each value, in their order; strings that were logged as such are text. */
    values: list(PreviewedValue, PREVIEW_OBJECT_ENTRIES),
    objects: v.pipe(
      v.array(v.unknown()),
      v.maxLength(TABLE_OBJECTS),
      // Before any entry is looked at: together they are bounded too.
      v.check(hasFewEntries, 'The objects of a console call have more entries than are shown'),
      v.array(PreviewedObject),
    ),
  }),
  v.check(isBounded, 'The values of a console call are more than is shown of them'),
);
export type ValuePreviews = v.InferOutput<typeof ValuePreviews>;

interface Measured {
  values: PreviewedValue[];
  objects: PreviewedObject[];
}

function hasFewEntries(objects: unknown[]): boolean {
  let entries = 0;
  for (const object of objects) {
    const own: unknown = Object(object).entries;
    if (Array.isArray(own)) entries += own.length;
  }
  return entries <= TABLE_ENTRIES;
}

/** Their texts are bounded together, and they name only objects that are there. */
function isBounded({ values, objects }: Measured): boolean {
  let characters = 0;
  let known = true;
  const count = (value: PreviewedValue) => {
    if (value.type === 'object') known &&= value.object < objects.length;
    else characters += value.text.length;
  };
  values.forEach(count);
  for (const object of objects) {
    characters += object.name.length + (object.text?.length ?? 0);
    for (const { key, mapKey, value } of object.entries) {
      characters += key?.length ?? 0;
      if (mapKey) count(mapKey);
      count(value);
    }
  }
  return known && characters <= 2 * PREVIEW_CHARACTERS;
}
