/** Text that is safe to stand in HTML. */
export interface Html {
  readonly html: string;
}

/**
 * A template whose values are escaped, unless they are {@link Html} themselves. Lists are joined; `undefined` and `false`
 * leave nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, at) => {
    text += written(value) + (strings[at + 1] ?? '');
  });
  return { html: text };
}

type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

function written(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return 'html' in value ? value.html : value.map(written).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
