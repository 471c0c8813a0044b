import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import en from "./en/common.json";
import ru from "./ru/common.json";
import { isDate, parsePartialDate, readTypedDate, writePartialDate } from "./dates";
import { makeFormat } from "./format";
import { firstLanguage } from "./languages";

const words = i18next.createInstance();
beforeAll(() => words.init({
  lng: "en", fallbackLng: false, interpolation: { escapeValue: false },
  resources: { en: { translation: { common: en } }, ru: { translation: { common: ru } } },
}));
const english = () => makeFormat(words.getFixedT("en"));
const russian = () => makeFormat(words.getFixedT("ru"));

describe("a date", () => {
  it("is written day first", () => expect(english().date("2024-05-14")).toBe("14.05.2024"));
  it("has the month in the case its language asks for", () => {
    expect(english().longDate("2024-05-14")).toBe("14 May 2024");
    expect(russian().longDate("2024-05-14")).toBe("14 мая 2024");
    expect(russian().month("2024-05-14")).toBe("Май 2024");
  });
  it("is a dash when there is none", () => expect(english().date(null)).toBe("–"));
  it("comes back as it is when it is none", () => expect(english().date("soon")).toBe("soon"));
});

describe("a partial date", () => {
  it("shows what is known", () => {
    expect(english().partialDate("2016")).toBe("2016");
    expect(english().partialDate("2016-05")).toBe("05.2016");
    expect(english().partialDate("2016-05-03")).toBe("03.05.2016");
  });
  it("says that it is estimated", () => {
    expect(english().partialDate("2016~")).toBe("about 2016");
    expect(russian().partialDate("2016-05~")).toBe("около 05.2016");
  });
  it.each(["2016", "2016~", "2016-05", "2016-05-03~"])("%s survives reading and writing", (text) => {
    const date = parsePartialDate(text);
    expect(date && writePartialDate(date)).toBe(text);
  });
  it.each(["", "16", "2016-13", "2023-02-29", "2016-5", "2016-05-03T00:00", "~2016", "0000"])("%s is none", (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });
});

describe("a typed date", () => {
  it.each(["14.05.2024", "14/5/2024", " 14-05-2024 ", "14 05 2024", "2024-05-14"])("%s is read", (text) => {
    expect(readTypedDate(text)).toBe("2024-05-14");
  });
  it.each(["31.02.2024", "05.14.2024", "14.05.24", "", "today", "14.05"])("%s is refused", (text) => {
    expect(readTypedDate(text)).toBeNull();
  });
  it("knows leap years", () => {
    expect(isDate({ year: 2024, month: 2, day: 29 })).toBe(true);
    expect(isDate({ year: 1900, month: 2, day: 29 })).toBe(false);
  });
});

describe("an instant", () => {
  it("is shown in the reader's time zone", () => {
    const here = new Date(Date.UTC(2024, 4, 14, 21, 30));
    const pad = (n: number) => String(n).padStart(2, "0");
    expect(english().instant("2024-05-14T21:30:00Z")).toBe(
      `${pad(here.getDate())}.${pad(here.getMonth() + 1)}.2024 ${pad(here.getHours())}:${pad(here.getMinutes())}`);
  });
});

describe("a number", () => {
  it("is grouped as its language does", () => {
    expect(english().number(2177)).toBe("2,177");
    expect(russian().number(1234567.5)).toBe("1\u00a0234\u00a0567,5");
  });
  it("keeps as many places as told", () => {
    expect(english().number(3, 2)).toBe("3.00");
    expect(english().number(0.1 + 0.2)).toBe("0.3");
  });
  it("has a true minus, and none for zero", () => {
    expect(english().number(-5)).toBe("−5");
    expect(english().number(-0.001, 1)).toBe("0.0");
  });
  it("may be a share", () => {
    expect(english().percent(0.95)).toBe("95%");
    expect(russian().percent(0.955, 1)).toBe("95,5\u00a0%");
    expect(english().percent(null)).toBe("–");
  });
});

describe("a count in Russian", () => {
  it.each([[1, "Показана 1 строка"], [3, "Показаны 3 строки"], [11, "Показано 11 строк"], [21, "Показана 21 строка"]])("of %i", (count, text) => {
    expect(words.getFixedT("ru")("common.shown", { count })).toBe(text);
  });
});

describe("the first language", () => {
  it("is the first of the browser's that we have", () => expect(firstLanguage(["fr-FR", "ru-RU", "en"])).toBe("ru"));
  it("is English when we have none", () => expect(firstLanguage(["fr"])).toBe("en"));
  it("is what this device chose before", () => {
    localStorage.setItem("homeward.language", "ru");
    expect(firstLanguage(["en"])).toBe("ru");
    localStorage.clear();
  });
});
