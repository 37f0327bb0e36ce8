// The registry: one import and one line per watcher, sorted by id.

import type { Watcher } from '../pipeline/types.ts';
import { asktheeuRequests } from './asktheeu-requests.ts';
import { cellarDocuments } from './cellar-documents.ts';
import { cepolNews } from './cepol-news.ts';
import { commissionHomeNews } from './commission-home-news.ts';
import { commissionHomePublications } from './commission-home-publications.ts';
import { commissionHomeSmuggling } from './commission-home-smuggling.ts';
import { commissionPress } from './commission-press.ts';
import { commissionRegister } from './commission-register.ts';
import { councilAgendas } from './council-agendas.ts';
import { councilDocuments } from './council-documents.ts';
import { councilLatest } from './council-latest.ts';
import { councilMeetings } from './council-meetings.ts';
import { councilPress } from './council-press.ts';
import { councilRegister } from './council-register.ts';
import { eeasPress } from './eeas-press.ts';
import { emsaNews } from './emsa-news.ts';
import { euaaNews } from './euaa-news.ts';
import { euaaPublications } from './euaa-publications.ts';
import { eulisaNews } from './eulisa-news.ts';
import { eulisaPublications } from './eulisa-publications.ts';
import { eurojustNews } from './eurojust-news.ts';
import { eurojustPublications } from './eurojust-publications.ts';
import { europolNews } from './europol-news.ts';
import { europolPublications } from './europol-publications.ts';
import { fraNews } from './fra-news.ts';
import { frontexDetections } from './frontex-detections.ts';
import { frontexNews } from './frontex-news.ts';
import { frontexPublications } from './frontex-publications.ts';
import { frontexRegister } from './frontex-register.ts';
import { icmpdNews } from './icmpd-news.ts';
import { interpolNews } from './interpol-news.ts';
import { parliamentLibe } from './parliament-libe.ts';
import { parliamentProcedures } from './parliament-procedures.ts';
import { parliamentQuestions } from './parliament-questions.ts';
import { statewatchNews } from './statewatch-news.ts';
import { unodcObservatory } from './unodc-observatory.ts';

export const watchers: readonly Watcher[] = [
  asktheeuRequests,
  cellarDocuments,
  cepolNews,
  commissionHomeNews,
  commissionHomePublications,
  commissionHomeSmuggling,
  commissionPress,
  commissionRegister,
  councilAgendas,
  councilDocuments,
  councilLatest,
  councilMeetings,
  councilPress,
  councilRegister,
  eeasPress,
  emsaNews,
  euaaNews,
  euaaPublications,
  eulisaNews,
  eulisaPublications,
  eurojustNews,
  eurojustPublications,
  europolNews,
  europolPublications,
  fraNews,
  frontexDetections,
  frontexNews,
  frontexPublications,
  frontexRegister,
  icmpdNews,
  interpolNews,
  parliamentLibe,
  parliamentProcedures,
  parliamentQuestions,
  statewatchNews,
  unodcObservatory,
];
