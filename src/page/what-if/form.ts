import { html, type Markup } from '../../report/html/markup.js';
import { type Field, shown } from './field.js';
import { sliderFor } from './slider.js';
import type { State } from './state.js';

/** A field for each thing that can be changed, in groups where a scenario has several stations or classes. */
export function formMarkup(fields: readonly Field[]): Markup {
  const groups = [...new Set(fields.map(({ group }) => group))];
  return html`${groups.map(
    group => html`<fieldset>
<legend>${group === '' ? 'the queue' : group}</legend>
${slidersFirst(fields.filter(field => field.group === group)).map(control)}</fieldset>
`,
  )}`;
}

/** Those of the same height stand in the same rows. */
const slidersFirst = (fields: readonly Field[]): Field[] => [
  ...fields.filter(field => sliderFor(field)),
  ...fields.filter(field => !sliderFor(field)),
];

function control(field: Field): Markup {
  const { id, label, kind, choices = [], value, optional } = field;
  const slider = sliderFor(field);
  const name = `what-if-${id}`;
  if (kind === 'choice') {
    return html`<div class="control"><label for="${name}">${label}</label>
<select id="${name}" data-field="${id}">${choices.map(
      choice => html`<option${choice === value ? html` selected` : undefined}>${choice}</option>`,
    )}</select></div>
`;
  }
  return html`<div class="control"><label for="${name}">${label}</label>
<input id="${name}" data-field="${id}" value="${shown(field, value)}" spellcheck="false" autocomplete="off"${optional ? html` placeholder="none"` : undefined}>
${slider && html`<input type="range" data-slider="${id}" aria-label="${label}, by a slider" min="${slider.min}" max="${slider.max}" step="${slider.step}" value="${slider.at(value as number)}">`}
</div>
`;
}

type Control = HTMLInputElement | HTMLSelectElement;

/** The fields of the form, as the reader sees and changes them. */
export class Form {
  readonly #root: HTMLElement;
  readonly #fields: readonly Field[];

  /** @param onChange told at once of a slider or a choice, and of typing when it pauses */
  constructor(root: HTMLElement, fields: readonly Field[], onChange: () => void) {
    this.#root = root;
    this.#fields = fields;
    root.innerHTML = formMarkup(fields).text;
    let pause: ReturnType<typeof setTimeout> | undefined;
    root.addEventListener('input', ({ target }) => {
      const id = (target as HTMLElement).dataset.slider;
      const field = fields.find(one => one.id === id);
      if (field)
        this.#typed(field.id).value = shown(
          field,
          sliderFor(field)?.value(Number((target as Control).value)),
        );
      else this.#follow();
      clearTimeout(pause);
      pause = setTimeout(onChange, field ? 60 : 250);
    });
  }

  /** Only what differs from the report. */
  get state(): State {
    return Object.fromEntries(
      this.#fields.flatMap(field => {
        const text = this.#typed(field.id).value;
        return text === shown(field, field.value) ? [] : [[field.id, text]];
      }),
    );
  }

  set state(state: State) {
    for (const field of this.#fields)
      this.#typed(field.id).value = state[field.id] ?? shown(field, field.value);
    this.#follow();
  }

  #typed(id: string): Control {
    return this.#root.querySelector(`[data-field="${CSS.escape(id)}"]`) as Control;
  }

  /** Puts every slider where its field is. */
  #follow(): void {
    for (const field of this.#fields) {
      const slider = this.#root.querySelector<HTMLInputElement>(`[data-slider="${CSS.escape(field.id)}"]`);
      if (slider) slider.value = sliderFor(field)?.position(this.#typed(field.id).value) ?? slider.value;
    }
  }
}
