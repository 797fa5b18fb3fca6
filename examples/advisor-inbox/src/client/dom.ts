type Child = Node | string | null | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const SVG = new Set(['svg', 'path', 'line', 'text', 'g', 'rect', 'circle']);

/** An element. `true` sets an attribute without a value, `false` and `undefined` leave it out. Text is never HTML. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = SVG.has(tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element as HTMLElement;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child as Node | string);
  }
}

/**
 * Makes `element`'s children what `children` are by changing only what differs, so that focus, scrolling, hovering and
 * opened details stay as they are while figures move. Children with a `data-key` keep their element when the order changes.
 */
export function show(element: Element, ...children: readonly Child[]): void {
  const wanted = document.createElement('div');
  append(wanted, children);
  morphChildren(element, wanted);
}

function morphChildren(into: Element, from: Element): void {
  const keyed = new Map<string, Element>();
  for (const child of into.children) {
    const key = child.getAttribute('data-key');
    if (key !== null) keyed.set(key, child);
  }
  let at = into.firstChild;
  for (const next of [...from.childNodes]) {
    const key = next instanceof Element ? next.getAttribute('data-key') : null;
    const known = key === null ? undefined : keyed.get(key);
    if (known && known !== at) into.insertBefore(known, at);
    const old: ChildNode | null = known ?? at;
    if (!old || !isAlike(old, next)) {
      into.insertBefore(next, at);
      continue;
    }
    if (old === at) at = at.nextSibling;
    morph(old, next);
  }
  while (at) {
    const after: ChildNode | null = at.nextSibling;
    at.remove();
    at = after;
  }
}

function isAlike(a: Node, b: Node): boolean {
  if (a.nodeName !== b.nodeName) return false;
  if (!(a instanceof Element && b instanceof Element)) return true;
  return a.getAttribute('data-key') === b.getAttribute('data-key');
}

function morph(old: Node, next: Node): void {
  if (!(old instanceof Element && next instanceof Element)) {
    if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
    return;
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    // Whether details are open is for the reader to say.
    if (!next.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
  }
  morphChildren(old, next);
}
