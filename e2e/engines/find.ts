/** Elements as a person calls them: by what they are and what they are called. */

/** The roles that journeys ask for, and what has them here. */
const ROLES = {
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox]',
  combobox: 'select, [role=combobox]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
  form: 'form',
  listbox: '[role=listbox]',
  menuitem: '[role=menuitem]',
  option: '[role=option]',
  region: 'section, [role=region]',
  tab: '[role=tab]',
  textbox: 'textarea, input:not([type=checkbox], [type=radio])',
} as const;

export interface Named {
  readonly role: keyof typeof ROLES;
  readonly name: string | RegExp;
  /** Where to look for it. */
  readonly within?: Named;
}

/** A CSS selector where a name would not do. */
export type Target = Named | string;

export function inWords(target: Target): string {
  if (typeof target === 'string') return target;
  const place = target.within ? ` in ${inWords(target.within)}` : '';
  return `${target.role} ${target.name}${place}`;
}

/** A JavaScript expression for the first such element that is to be seen, else `null`. */
export function expressionOf(target: Target): string {
  const steps = typeof target === 'string' ? [{ selector: target }] : stepsTo(target);
  return `(${findElement})(${JSON.stringify(steps)})`;
}

interface Step {
  readonly selector: string;
  /** The source of a regular expression. */
  readonly name?: string;
}

function stepsTo({ role, name, within }: Named): Step[] {
  const pattern =
    typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : name.source;
  return [...(within ? stepsTo(within) : []), { selector: ROLES[role], name: pattern }];
}

/** Runs in the page: it may use nothing from around it. */
function findElement(steps: readonly Step[]): Element | null {
  const nameOf = (element: Element): string => {
    const texts = (elements: Iterable<Element>) =>
      Array.from(elements, ({ textContent }) => textContent ?? '').join(' ');
    const labelled = element.getAttribute('aria-labelledby');
    const name =
      (labelled && texts(labelled.split(' ').flatMap((id) => document.getElementById(id) ?? []))) ||
      element.getAttribute('aria-label') ||
      ('labels' in element && element.labels instanceof NodeList
        ? texts(element.labels as NodeListOf<Element>)
        : '') ||
      element.textContent ||
      element.getAttribute('title') ||
      '';
    return name.replace(/\s+/g, ' ').trim();
  };
  let places: readonly ParentNode[] = [document];
  for (const { selector, name } of steps) {
    const found = places.flatMap((place) => [...place.querySelectorAll(selector)]);
    places = found.filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        (name === undefined || new RegExp(name).test(nameOf(element))),
    );
  }
  const [first] = places;
  return first instanceof Element ? first : null;
}
