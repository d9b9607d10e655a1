import { charts } from '../../report/charts/index.js';
import { plain } from '../../report/content/plain.js';
import { html } from '../../report/html/markup.js';
import { folderName } from '../../scenario/folder-name.js';
import { scenarioForm } from '../../scenario/text/scenario-form.js';
import { yamlText } from '../../scenario/text/yaml.js';
import type { Scenario } from '../../scenario/type.js';
import type { Study } from '../../study/study.js';
import { formatCount } from '../../units.js';
import { drawCharts } from '../charts.js';
import { answerMarkup } from './answer.js';
import { commandFor } from './command.js';
import { copy, download } from './export.js';
import { fieldsOf } from './fields.js';
import { Form } from './form.js';
import type { Message } from './message.js';
import { Simulator } from './simulator.js';
import { fragmentOf, scenarioWith, stateIn } from './state.js';

const drawnFor = ['sojourn-tail', 'sojourn-percentiles'] as const;

const frame = html`<form aria-label="the what-if"></form>
<p class="buttons"><button type="button" data-do="run">Run</button> <button type="button" data-do="reset">As reported</button>
<button type="button" data-do="copy">Copy as command</button> <button type="button" data-do="download">Download scenario</button></p>
<p class="command"><code></code></p>
<p class="status" role="status"></p>
<progress hidden max="1" value="0" aria-label="simulated customers"></progress>
<div class="answer" hidden><div class="table"></div>
<div class="grid"></div></div>`;

const figures = html`${drawnFor.map(
  name => html`<figure><figcaption><h3>${charts[name].title}</h3></figcaption>
<div class="canvas"><canvas data-chart="${name}" role="img" aria-label="${charts[name].title}. ${charts[name].about}"></canvas></div></figure>`,
)}`;

/** Makes the section alive: fields change the scenario, the engines answer it, the address keeps the state. */
export function startWhatIf(panel: HTMLElement, study: Study, program: string): void {
  const part = <T extends HTMLElement>(selector: string): T => panel.querySelector(selector) as T;
  const place = document.createElement('div');
  place.innerHTML = frame.text;
  panel.append(place);
  panel.hidden = false;

  const fields = fieldsOf(study.scenario);
  const simulator = new Simulator(program);
  const form = new Form(part('form'), fields, changed);
  let asked: Study = study;

  form.state = stateIn(location.hash, fields);
  show();
  if (location.hash !== '' && Object.keys(form.state).length > 0) run();

  part('form').addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', () => {
    form.state = stateIn(location.hash, fields);
    run();
  });
  part('.buttons').addEventListener('click', ({ target }) => {
    actions[(target as HTMLElement).dataset.do as keyof typeof actions]?.();
  });

  const actions = {
    run,
    reset: () => {
      form.state = {};
      changed();
    },
    copy: async () => say(await copy(part('.command code'))),
    download: () =>
      download(`${folderName(asked.scenario.name)}.yaml`, yamlText(scenarioForm(asked.scenario))),
  };

  function changed(): void {
    const fragment = fragmentOf(form.state);
    history.replaceState(null, '', fragment === '' ? location.pathname : `#${fragment}`);
    run();
  }

  /** The scenario of the form; undefined, with a word of what is wrong, where it is none. */
  function scenario(): Scenario | undefined {
    try {
      const { state } = form;
      mark(undefined);
      return scenarioWith(study.scenario, fields, state);
    } catch (error) {
      if (!(error instanceof RangeError) && (error as Error).name !== 'ParameterError') throw error;
      mark((error as Error).message);
      return undefined;
    }
  }

  function show(): void {
    const now = scenario();
    if (now === undefined) return;
    const command = commandFor(study, now);
    asked = { ...study, scenario: now, provenance: { ...study.provenance, command, seed: now.run.seed } };
    part('.command code').textContent = command;
  }

  function run(): void {
    simulator.stop();
    if (scenario() === undefined) return;
    show();
    part('progress').hidden = false;
    part<HTMLProgressElement>('progress').removeAttribute('value');
    simulator.ask(asked, heard, problem => mark(`the simulation failed: ${problem}`));
  }

  function heard(message: Message): void {
    const bar = part<HTMLProgressElement>('progress');
    if (message.kind === 'plan') {
      bar.max = message.customers;
      return;
    }
    if (message.kind === 'failure') {
      mark(`no answer: ${message.problem}`);
      return;
    }
    part('.answer').hidden = false;
    part('.table').innerHTML = answerMarkup(study, message.study).text;
    if (message.kind === 'so far') {
      bar.value = message.customers;
      return;
    }
    bar.hidden = true;
    const grid = part('.answer .grid');
    if (grid.childElementCount === 0) grid.innerHTML = figures.text;
    drawCharts(part('.answer'), message.study);
    const { customers } = message.study.results.find(({ engine }) => engine === 'simulation') ?? {};
    say(
      customers === undefined
        ? 'Answered without a simulation.'
        : `Answered: ${formatCount(customers)} customers simulated.`,
      message.study.verdict[0],
    );
  }

  /** @param aloud what stands elsewhere on the page for those who see it */
  function say(text: string, aloud = ''): void {
    part('.status').innerHTML = html`${text}<span class="aloud"> ${plain(aloud)}</span>`.text;
    part('.status').classList.remove('wrong');
  }

  function mark(problem: string | undefined): void {
    part('.status').textContent = problem ?? '';
    part('.status').classList.toggle('wrong', problem !== undefined);
    if (problem !== undefined) part('progress').hidden = true;
  }
}
