/** The seed of the property tests. Another one is tried with `GONGBAO_SEED=7 npm test`. */
export const seed = Number(process.env.GONGBAO_SEED ?? 20221107);
