/**
 * `npm run anchors -- list` shows addresses that would break and the decisions made so far. The others record one:
 *
 * `redirect  <document>#<clause> <clause>`  its text stands at another clause of the document now
 * `moved     <address> <address>`           a clause or a whole document stands elsewhere now
 * `corrected <address>…`                    the text was read wrongly and is right now
 * `tombstone <address>…`                    it is gone
 *
 * each with `--reason "…"` (in Chinese, for readers), `--by "…"` and, if not today, `--date 2026-01-31`.
 */
import { parseArgs } from 'node:util';
import { writeComparison } from '../src/anchors/advice.ts';
import { compareLedgers, type Breach, type Comparison } from '../src/anchors/compare.ts';
import { decide, type Said } from '../src/anchors/decide.ts';
import { existsIn, type Portal } from '../src/anchors/portal.ts';
import { titleHash } from '../src/anchors/published.ts';
import {
  decisionKinds,
  writeAddress,
  type Decision,
  type DecisionKind,
  type FormerClause,
} from '../src/model/anchors.ts';
import { readContent } from './content.ts';
import { formerTexts } from './former-texts.ts';
import { bySchema, dateSchema, reasonSchema, writeLedgers } from './ledgers.ts';
import { parseIssue, portalOf } from './parse-issue.ts';

const usage = `npm run anchors -- list | ${decisionKinds.join(' | ')} <address>… --reason "…" --by "…"`;
const former = formerTexts('.');

async function readPortal(): Promise<Portal> {
  const { issues } = await readContent('content');
  const parsed = [];
  for (const folder of issues) parsed.push(await parseIssue(folder));
  return portalOf(parsed);
}

/** What is said on the command line: one decision for each address. */
function readSaid(): Said[] {
  const [kind, ...addresses] = positionals;
  if (!decisionKinds.includes(kind as DecisionKind)) throw new Error(`Expected ${usage}`);
  const today = new Date().toISOString().slice(0, 10);
  const problems = [
    ...check('--reason', reasonSchema.safeParse(values.reason ?? '')),
    ...check('--by', bySchema.safeParse(values.by ?? '')),
    ...check('--date', dateSchema.safeParse(values.date ?? today)),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const basis = { reason: values.reason!, by: values.by!, date: values.date ?? today };
  if (kind === 'redirect' || kind === 'moved') {
    const [from, to, ...rest] = addresses;
    if (from === undefined || to === undefined || rest.length > 0)
      throw new Error(`Expected npm run anchors -- ${kind} <from> <to> --reason "…" --by "…"`);
    return [{ kind, from, to, ...basis }];
  }
  if (addresses.length === 0) throw new Error(`Expected ${usage}`);
  return addresses.map((from) => ({ kind: kind as DecisionKind, from, to: null, ...basis }));
}

function check(name: string, result: { error?: { issues: { message: string }[] } }): string[] {
  return result.error?.issues.map(({ message }) => `${name} ${message}`) ?? [];
}

/** Ids of the document that no ledger holds yet. */
function newClauses({ files, documents }: Portal, document: string): string[] {
  const known = files.flatMap(({ ledger }) =>
    Object.keys(ledger.documents[document]?.clauses ?? {}),
  );
  const held = new Set(known);
  return [...(documents.get(document)?.clauses.keys() ?? [])].filter((id) => !held.has(id));
}

/** The title that the ledger keeps of a document; nothing of a clause. */
function formerTitle({ files }: Portal, { document, clause, before }: Breach): FormerClause | null {
  if (clause !== null) return null;
  const [own] = files.flatMap(({ ledger }) => ledger.documents[document] ?? []);
  if (own === undefined || titleHash(own) !== before) return null;
  return { name: '', label: '', text: own.title, depth: 0, after: null };
}

async function record(
  said: readonly Said[],
  portal: Portal,
  { breaches }: Comparison,
): Promise<void> {
  const known = {
    breaches,
    exists: existsIn(portal.documents),
    former: (breach: Breach) => former.text(breach) ?? formerTitle(portal, breach),
  };
  const made = said.map((one) => decide(one, known));
  const seen = new Set<string>();
  for (const { path, decision } of made) {
    const { ledger } = portal.files.find((file) => file.path === path)!;
    const added = seen.has(decision.document) ? [] : newClauses(portal, decision.document);
    seen.add(decision.document);
    ledger.decisions.push(added.length > 0 ? { ...decision, added } : decision);
  }
  const paths = new Set(made.map(({ path }) => path));
  await writeLedgers(portal.files.filter(({ path }) => paths.has(path)));
  for (const { path, decision } of made) console.log(`${path}: ${writeDecision(decision)}`);
}

function writeDecision(decision: Decision): string {
  const { to, reason, by, date } = decision;
  const kept = decision.former === null ? '; its former text was not kept' : '';
  return `${decision.decision} ${writeAddress(decision)}${to === null ? '' : ` → ${to}`} (${date}, ${by}: ${reason})${kept}`;
}

function printOpen(portal: Portal): void {
  const open = compareLedgers(portal, former.words);
  console.log(writeComparison(open, former.words) || 'No address needs a decision.');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reason: { type: 'string' }, by: { type: 'string' }, date: { type: 'string' } },
});
try {
  const said = positionals[0] === 'list' ? null : readSaid();
  const portal = await readPortal();
  if (said === null) {
    for (const { path, ledger } of portal.files)
      for (const decision of ledger.decisions) console.log(`${path}: ${writeDecision(decision)}`);
  } else {
    await record(said, portal, compareLedgers(portal, former.words));
  }
  printOpen(portal);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
