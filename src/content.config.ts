import { defineCollection } from 'astro:content';
import { parsedLoader } from './site/parsed-loader.ts';
import { documentSchema, issueSchema, seriesSchema } from './site/schema.ts';

export const collections = {
  series: defineCollection({ loader: parsedLoader('series'), schema: seriesSchema }),
  issues: defineCollection({ loader: parsedLoader('issues'), schema: issueSchema }),
  documents: defineCollection({ loader: parsedLoader('documents'), schema: documentSchema }),
};
