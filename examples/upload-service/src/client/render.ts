import type { RequirementView } from '../view.js';
import type { LocalState } from './app.js';
import { type Language, TEXTS, type Texts } from './texts.js';

export interface PageActions {
  readonly onFiles: (requirement: string, files: Iterable<File>) => void;
  readonly onLanguage: (language: Language) => void;
}

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Brings the page to what the state says. Cards are kept, so that focus and an open file dialogue are not lost. */
export function render(state: LocalState, actions: PageActions): void {
  const texts = TEXTS[state.language];
  document.documentElement.lang = state.language;
  document.documentElement.dir = state.language === 'ar' ? 'rtl' : 'ltr';
  document.title = texts.title;
  element('title').textContent = texts.title;
  element('intro').textContent = texts.intro;
  const language = element<HTMLSelectElement>('locale');
  language.ariaLabel = texts.language;
  language.value = state.language;
  language.onchange = () => actions.onLanguage(language.value as Language);
  const isOffline = state.offline || [...state.sending.values()].some(({ waiting }) => waiting);
  setText(element('offline'), isOffline ? texts.lost : undefined);
  const { view } = state;
  if (!view) return;
  const number = new Intl.NumberFormat(state.language);
  setText(element('headline'), view.headline);
  setText(element('progress'), texts.progress(number.format(view.met), number.format(view.asked)));
  const bar = element<HTMLProgressElement>('bar');
  bar.max = view.asked;
  bar.value = view.met;
  bar.ariaLabel = element('progress').textContent;
  for (const requirement of view.requirements) renderCard(requirement, state, texts, actions);
}

function renderCard(
  requirement: RequirementView,
  state: LocalState,
  texts: Texts,
  actions: PageActions,
): void {
  const card = document.getElementById(`card-${requirement.id}`) ?? createCard(requirement.id, actions);
  const part = (name: string): HTMLElement => card.querySelector(`.${name}`) as HTMLElement;
  const sending = [...state.sending.values()].filter((one) => one.requirement === requirement.id);
  const status = sending.length > 0 ? 'arriving' : requirement.status;
  card.dataset.status = status;
  part('label').textContent = requirement.label;
  part('status').textContent = texts.status[status] ?? status;
  part('choose').textContent = status === 'accepted' ? texts.again : texts.choose;
  part('camera').textContent = texts.camera;
  part('drop').textContent = texts.drop;
  const problem = state.problems.get(requirement.id);
  setText(part('problem'), problem ? texts[problem as 'tooLarge'] : requirement.problem);
  setText(part('advice'), problem ? undefined : requirement.advice);
  renderTransfers(part('transfers'), requirement, sending, texts);
}

function setText(target: HTMLElement, text: string | undefined): void {
  target.hidden = !text;
  // A live region says again what is set again.
  if (target.textContent !== (text ?? '')) target.textContent = text ?? '';
}

type Sending = LocalState['sending'] extends Map<string, infer One> ? One : never;

/** One line for each file: this page's own first, then those that only the server or another tab knows of. */
function renderTransfers(
  list: HTMLElement,
  { uploads }: RequirementView,
  sending: readonly Sending[],
  texts: Texts,
): void {
  const others = uploads.filter(
    ({ step, name }) => step !== undefined || !sending.some((one) => one.name === name),
  );
  const lines = [
    ...sending.map(({ name, sent, size, waiting }) => ({
      ...{ name, share: size === 0 ? 1 : sent / size, text: waiting ? texts.waiting : texts.sending },
    })),
    ...others.map(({ name, sizeBytes, receivedBytes, step }) => ({
      name,
      share: step ? undefined : receivedBytes / Math.max(1, sizeBytes),
      text: step ? (texts.steps[step] ?? step) : texts.sending,
    })),
  ];
  while (list.children.length > lines.length) list.lastElementChild?.remove();
  for (const [at, { name, share, text }] of lines.entries()) {
    const line = list.children[at] ?? list.appendChild(createLine());
    (line.querySelector('.name') as HTMLElement).textContent = name;
    (line.querySelector('.what') as HTMLElement).textContent = text;
    const bar = line.querySelector('progress') as HTMLProgressElement;
    bar.ariaLabel = `${name}: ${text}`;
    if (share === undefined) bar.removeAttribute('value');
    else bar.value = share;
  }
}

function createLine(): HTMLElement {
  const line = document.createElement('li');
  line.innerHTML =
    '<span class="name" dir="auto"></span><span class="what"></span><progress max="1"></progress>';
  return line;
}

function createCard(id: string, { onFiles }: PageActions): HTMLElement {
  const copy = (element<HTMLTemplateElement>('card').content.cloneNode(true) as DocumentFragment)
    .firstElementChild as HTMLElement;
  copy.id = `card-${id}`;
  const label = copy.querySelector('.label') as HTMLElement;
  label.id = `label-${id}`;
  copy.setAttribute('aria-labelledby', label.id);
  for (const name of ['choose', 'camera']) {
    const input = copy.querySelector(`input.${name}-input`) as HTMLInputElement;
    const button = copy.querySelector(`button.${name}`) as HTMLButtonElement;
    button.setAttribute('aria-describedby', label.id);
    button.onclick = () => input.click();
    input.onchange = () => {
      onFiles(id, [...(input.files ?? [])]);
      // So that the same file can be chosen again.
      input.value = '';
    };
  }
  makeDropTarget(copy, (files) => onFiles(id, files));
  element('cards').append(copy);
  return copy;
}

function makeDropTarget(card: HTMLElement, onFiles: (files: Iterable<File>) => void): void {
  card.ondragover = (event) => {
    event.preventDefault();
    card.classList.add('over');
  };
  card.ondragleave = () => card.classList.remove('over');
  card.ondrop = (event) => {
    event.preventDefault();
    card.classList.remove('over');
    onFiles([...(event.dataTransfer?.files ?? [])]);
  };
}
