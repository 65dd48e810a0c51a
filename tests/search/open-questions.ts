/**
 * Questions of `questions.ts` that the search does not answer among its first results: it looks for phrases, and these
 * are put in other words than the texts use, or with words between. What is answered again is taken out.
 */
export const openQuestions: string[] = [];
