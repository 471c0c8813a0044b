import { asProblem, Problem } from "../../api/problem";
import { api, body, type Schemas } from "../../api/node";
import { readAnswers, type Answers } from "../engine/answers";
import type { Definition } from "../engine/definition";
import { evaluate } from "../engine/evaluate";
import { makeForm } from "../engine/form";
import { givenOnly, withAnswer } from "../fill/paths";
import { mergeAnswers, type Clash } from "./merge-answers";

type Assessment = Schemas["Assessment"];

/** Where a draft stands with the server. `clash`: a colleague answered some of the same questions otherwise; `closed`: it can be written no more. */
export type Saving =
  | { kind: "saved"; at: string } | { kind: "waiting" } | { kind: "saving" } | { kind: "failed"; problem: Problem }
  | { kind: "clash"; clashes: Clash[] } | { kind: "closed" };

const AFTER_MS = 2_500;
const AGAIN_MS = 8_000;
/** A browser sends no more than this once its page is gone. */
const MOST_KEPT_ALIVE = 60_000;

const fetchNewest = (id: string) => body(api.GET("/api/assessments/{assessment_id}", { params: { path: { assessment_id: id } } }));

/** What was typed when a session ended: in the memory of this tab alone, for the same person's next sign-in. */
let unsent: { user: string; id: string; answers: Answers; base: Answers; version: number } | null = null;

/** The answers of a draft: saves them by itself, joins them with a colleague's, and tells how that stands. */
export class Draft {
  answers: Answers;
  version: number;
  saving: Saving;
  private base: Answers;
  private sent: Answers;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly definition: Definition;
  private readonly today: string;
  private readonly id: string;

  /**
   * user    who types
   * told    called whenever something of it changed
   */
  constructor(assessment: Assessment, private readonly user: string, private readonly told: () => void) {
    this.id = assessment.id;
    this.definition = assessment.definition;
    this.today = assessment.today;
    this.answers = givenOnly(assessment.definition, assessment.evaluation.answers as Answers);
    this.base = this.answers;
    this.sent = this.answers;
    this.version = assessment.version;
    this.saving = { kind: "saved", at: assessment.saved_at };
    if (unsent?.user === user && unsent.id === assessment.id) {
      ({ answers: this.answers, base: this.base, version: this.version } = unsent);
      this.saving = { kind: "waiting" };
      this.saveLater(0);
    }
    unsent = null;
  }

  get unsaved(): boolean { return this.answers !== this.sent; }

  change(next: (answers: Answers) => Answers) {
    this.answers = next(this.answers);
    if (this.saving.kind === "saved" || this.saving.kind === "failed") this.saving = { kind: "waiting" };
    this.saveLater(AFTER_MS);
    this.told();
  }

  /** Saves what is not saved yet; true when the server has all of it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.saving.kind === "clash" || this.saving.kind === "closed") return false;
    if (!this.unsaved) return true;
    this.running = this.save().finally(() => { this.running = null; });
    await this.running;
    return this.saving.kind === "saved" && !this.unsaved;
  }

  stop() { clearTimeout(this.timer); }

  /** The reader has said which answers stand; `theirs` are those of a colleague to be taken. */
  settle(theirs: readonly Clash[]) {
    this.answers = theirs.reduce((answers, { place, theirs: value }) => withAnswer(answers, place, value), { ...this.answers });
    this.saving = { kind: "waiting" };
    this.told();
    void this.flush();
  }

  /** What the server keeps of answers: those of questions that are asked, of their kind. */
  private kept(answers: Answers): Answers {
    return givenOnly(this.definition, evaluate(this.definition, answers, this.today)?.answers ?? {});
  }
  private sendable(answers: Answers): Answers {
    const { form } = makeForm(this.definition);
    if (!form) return answers;
    const { values, rows } = readAnswers(form, answers);
    return { ...values, ...rows };
  }

  private saveLater(after: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), after);
  }

  private async save() {
    this.saving = { kind: "saving" };
    this.told();
    const sent = this.answers;
    const answers = this.sendable(sent);
    try {
      const saved = await body(api.PUT("/api/assessments/{assessment_id}", {
        params: { path: { assessment_id: this.id } }, body: { version: this.version, answers },
        keepalive: JSON.stringify(answers).length < MOST_KEPT_ALIVE,
      }));
      this.version = saved.version;
      this.base = this.kept(sent);
      this.sent = sent;
      this.saving = this.unsaved ? { kind: "waiting" } : { kind: "saved", at: saved.saved_at };
      if (this.unsaved) this.saveLater(AFTER_MS);
    } catch (error) {
      await this.failed(asProblem(error));
    }
    this.told();
  }

  private async failed(problem: Problem) {
    if (problem.key === "edit.changed_meanwhile") return this.join();
    if (problem.key === "assessment.not_open") {
      this.saving = { kind: "closed" };
      return;
    }
    if (problem.status === 401) unsent = { user: this.user, id: this.id, answers: this.answers, base: this.base, version: this.version };
    this.saving = { kind: "failed", problem };
    // What was refused stays refused; a network comes back.
    if (problem.status === 0 || problem.status >= 500) this.saveLater(AGAIN_MS);
  }

  /** A colleague saved first: takes over what they alone answered, and asks about the rest. */
  private async join() {
    try {
      const newest = await fetchNewest(this.id);
      if (!newest.allows.write) {
        this.saving = { kind: "closed" };
        return;
      }
      const theirs = givenOnly(this.definition, newest.evaluation.answers as Answers);
      const { joined, clashes } = mergeAnswers(this.base, this.kept(this.answers), theirs);
      // What is hidden now stays in memory, as when nobody else writes.
      const back = Object.keys(this.answers).filter((code) => !(code in joined) && !(code in theirs) && !(code in this.base));
      this.answers = { ...Object.fromEntries(back.map((code) => [code, this.answers[code]])) as Answers, ...joined };
      this.version = newest.version;
      this.base = theirs;
      this.saving = clashes.length > 0 ? { kind: "clash", clashes } : { kind: "waiting" };
      if (clashes.length === 0) this.saveLater(0);
    } catch (error) {
      this.saving = { kind: "failed", problem: asProblem(error) };
      this.saveLater(AGAIN_MS);
    }
  }
}
