import type { APIRoute, GetStaticPaths } from 'astro';
import type { Table } from '../../../model/tree.ts';
import { loadLibrary } from '../../../site/load-library.ts';
import { listTables } from '../../../site/counts.ts';
import { isGrid, toCsv } from '../../../site/tables.ts';

export const getStaticPaths = (() =>
  loadLibrary().documents.flatMap(({ id, record }) =>
    listTables(record.parts)
      .filter((table) => table.id !== undefined && isGrid(table))
      .map((table) => ({ params: { id, table: table.id }, props: { table } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ table: Table }> = ({ props: { table } }) =>
  new Response(toCsv(table), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
