import { reportBaseline, reportFailure, reportFinding, closeFailure } from '../pipeline/report/report.ts';
import { issueBody } from '../pipeline/issue/body.ts';
import { renderReport } from '../pipeline/report/file.ts';
import * as s from './report/samples.ts';
const r = reportFinding(s.finding('new-version', { entry: s.revision, previous: s.entry(), newText: s.text(['x']) }, { diff: s.diff, priority: 'high' }), s.context);
console.log(renderReport(r)); console.log('=======', issueBody([r], 'https://github.com/o/r/blob/main'));
for (const k of ['new-document','access','wording','metadata','withdrawn','replaced'] as const) { const f = reportFinding(s.finding(k, { previous: s.entry({title:'Old', access:'not-public'}), entry: s.entry({missing:['2099-01-01','2099-01-02']}), newText: s.text(['Delegations will find attached the state of play @me.', '# heading?']) }), s.context); console.log(f.title, '\n  ', f.body.split('\n')[0]); if (k==='metadata'||k==='new-document') console.log(f.body) }
console.log(reportFailure(s.failure, '2099-01-01').title, reportFailure(s.failure, '2099-01-01').body);
console.log(closeFailure(reportFailure(s.failure, '2099-01-01'),'2099-01-03').body.slice(-100));
console.log(reportBaseline({watcher:'council-documents', title:'Docs', date:'2099-01-01', sources:['council-90003-99'], entries:[s.entry()], notAvailable:['90004/99']}));
