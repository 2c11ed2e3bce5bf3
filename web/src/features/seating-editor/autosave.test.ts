import { describe, expect, it } from "vitest";
import { Autosave } from "./autosave.ts";

function made() {
  const sent: [number, string][] = [];
  let [typed, fail, act]: [string, unknown, (() => void) | undefined] = ["", undefined, undefined];
  const save = new Autosave({ version: 0 }, {
    document: () => typed,
    send: async (base, document) => {
      sent.push([base, document]);
      await Promise.resolve();
      if (fail) throw fail;
      return { version: base + 1 };
    },
    isMeanwhile: (error) => error === "412",
    later: (next) => {
      act = next;
      return () => (act = undefined);
    },
  });
  return {
    save, sent, type: (text: string) => [(typed = text), save.changed()], tick: () => act?.(), fails: (error: unknown) => (fail = error), state: () => save.store.get(),
  };
}

describe("autosave", () => {
  it("sends once what was typed in one go, over the version before", async () => {
    const one = made();
    one.type("a");
    one.type("b");
    expect(one.state().saving).toBe("waiting");
    one.tick();
    expect(await one.save.now()).toBe(true);
    one.type("c");
    await one.save.now();
    expect(one.sent).toEqual([[0, "b"], [1, "c"]]);
    expect(one.state()).toMatchObject({ saving: "saved", plan: { version: 2 } });
  });

  it("sends again what was typed while it was on its way", async () => {
    const one = made();
    one.type("a");
    const saved = one.save.now();
    one.type("b");
    expect(await saved).toBe(true);
    expect(one.sent).toEqual([[0, "a"], [1, "b"]]);
  });

  it("stops when somebody else saved first, and goes on from theirs or over it", async () => {
    const one = made();
    one.fails("412");
    one.type("a");
    expect(await one.save.now()).toBe(false);
    one.type("b");
    expect(one.state().saving).toBe("meanwhile");
    expect(one.sent.length).toBe(1);
    one.fails(undefined);
    one.save.adopt({ version: 7 }, true);
    one.tick();
    expect(await one.save.now()).toBe(true);
    expect(one.sent.at(-1)).toEqual([7, "b"]);
  });

  it("tries again, when it is asked or something changes, after no answer came", async () => {
    const one = made();
    one.fails("away");
    one.type("a");
    expect(await one.save.now()).toBe(false);
    expect(one.state().saving).toBe("failed");
    one.fails(undefined);
    expect(await one.save.now()).toBe(true);
    expect(one.sent.map(([base]) => base)).toEqual([0, 0]);
  });
});
