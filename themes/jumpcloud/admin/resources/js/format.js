/* Numbers, times and durations as the administrator's language writes them. */
export const format = (locale) => {
  const number = new Intl.NumberFormat(locale);
  const precise = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const unit = (value, name) => new Intl.NumberFormat(locale, { style: "unit", unit: name, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return {
    number: (value) => number.format(value),
    precise: (value) => precise.format(value),
    time: (millis) => time.format(new Date(millis)),
    day: (millis) => day.format(new Date(millis)),
    duration: (millis) => {
      if (millis < 1_000) {
        return unit(Math.round(millis), "millisecond");
      }
      return millis < 120_000 ? unit(millis / 1_000, "second") : unit(millis / 60_000, "minute");
    },
  };
};
