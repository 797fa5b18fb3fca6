import type { MessagesFor } from '@dossierkit/core';
import type { RouterFinding, RouterReason } from '../findings.js';
import type { StoreError } from '../store/router-store.js';

export const ar: MessagesFor<RouterFinding | RouterReason | StoreError> = {
  'priority-router/event-duplicate': ({ seq }) => ({
    problem: `سبق أن وصل الحدث رقم ${seq}، ولم يُطبَّق مرة ثانية.`,
    advice: 'لا يلزم أي إجراء.',
  }),
  'priority-router/event-late': ({ lateMs }, { number }) => ({
    problem: `هذا الحدث أقدم من سابقه بمقدار ${number(Math.ceil(lateMs / 1000))} ثانية، وقد طُبِّق.`,
    advice: 'إذا تكرر ذلك فقارن بين ساعات الأنظمة التي ترسل الأحداث.',
  }),
  'priority-router/event-unreadable': ({ row, field }) => ({
    problem: `تعذرت قراءة السطر ${row}: الحقل «${field}» مفقود أو غير صحيح. أما بقية الأسطر فقد أُدخلت.`,
    advice: 'صحّح السطر ثم أعد استيراده.',
  }),
  'priority-router/item-exists': ({ item }) => ({
    problem: `الرسالة ${item} موجودة بالفعل، أو أُجيب عنها منذ وقت قصير.`,
    advice: 'أعطِ الرسالة الجديدة معرّفًا خاصًا بها.',
  }),
  'priority-router/item-unknown': ({ item }) => ({
    problem: `لا توجد رسالة مفتوحة بالمعرّف ${item}.`,
    advice: 'ربما أُجيب عنها أو سُحبت في هذه الأثناء؛ أعد تحميل القائمة.',
  }),
  'priority-router/item-state': ({ item, state }) => ({
    problem: `لا يمكن تنفيذ ذلك على الرسالة ${item} في حالتها الحالية (${state}).`,
    advice: 'أعد تحميل الرسالة وانظر من يتولاها وماذا تنتظر.',
  }),
  'priority-router/advisor-unknown': ({ advisor }) => ({
    problem: `لا أحد باسم ${advisor} يجيب عن الرسائل هنا.`,
    advice: 'أضف المستشار أولًا، أو تحقق من الاسم.',
  }),
  'priority-router/backup-cycle': ({ chain }) => ({
    problem: `سينوب هؤلاء بعضهم عن بعض في حلقة مغلقة: ${chain.join(' ← ')}. لم تُحفظ الحلقة الأخيرة.`,
    advice: 'عيّن نائبًا من خارج هذه الحلقة.',
  }),
  'priority-router/capacity-zero': ({ advisor }) => ({
    problem: `سعة ${advisor} صفر، ولن تُسند إليه أي رسالة.`,
    advice: 'ارفع السعة إن لم يكن ذلك مقصودًا.',
  }),
  'priority-router/over-capacity': ({ item, advisor, load, capacity }, { number }) => ({
    problem: `لدى ${advisor} الآن ${number(load)} من ${number(capacity)}، ولا مكان للرسالة ${item}.`,
    advice: 'أنهِ رسالة أو أعد واحدة أولًا.',
  }),
  'priority-router/not-eligible': ({ item, advisor }) => ({
    problem: `لا يستطيع ${advisor} تولي الرسالة ${item} الآن.`,
    advice: 'اطلب تفسير الرسالة: فهو يبيّن من يستطيع ولماذا لا يستطيع الآخرون.',
  }),
  'priority-router/personal-limit': ({ item, limit }, { number }) => ({
    problem: `لم تُنقل الرسالة ${item}: يمكن لترتيبك الخاص أن يبلغ ${number(limit)} هنا.`,
    advice: 'حرّر رسالة أخرى، أو انقل هذه بمقدار أقل.',
  }),
  'priority-router/personal-endangers': ({ item, dueAt, doneAt }, { dateTime }) => ({
    problem: `وفق ترتيبك الخاص ستُنجز الرسالة ${item} في ${dateTime(doneAt, 'UTC')} (UTC)، وقد وُعد بالرد عليها في ${dateTime(dueAt, 'UTC')}.`,
    advice: 'أجب عنها قبل ذلك، أو سلّمها إلى غيرك.',
  }),
  'priority-router/promise-at-risk': ({ item, dueAt, late }, { dateTime }) => ({
    problem: late
      ? `كان الرد على الرسالة ${item} موعودًا به في ${dateTime(dueAt, 'UTC')} (UTC) وقد تأخر.`
      : `يحين موعد الرد على الرسالة ${item} في ${dateTime(dueAt, 'UTC')} (UTC).`,
    advice: late ? 'أجب عنها الآن وأخبر العميل بسبب التأخير.' : 'أجب عنها تاليًا.',
  }),
  'priority-router/expert-silent': ({ item, part, dueAt }, { dateTime }) => ({
    problem: `كان الجواب عن الطلب ${part} من الرسالة ${item} منتظرًا قبل ${dateTime(dueAt, 'UTC')} (UTC) ولم يصل.`,
    advice: 'اسأل المختص، أو أحِل الطلب إلى شخص آخر، أو أجب من دونه.',
  }),
  'priority-router/weight-invalid': ({ path }) => ({
    problem: `لا يوجد وزن باسم «${path}»، أو أن الرقم سالب أو غير صالح.`,
    advice: 'الأوزان أرقام تبدأ من الصفر.',
  }),
  'priority-router/strategy-invalid': ({ path }) => ({
    problem: `الاستراتيجية الجديدة غير صالحة عند «${path}»، وتبقى القديمة سارية.`,
    advice: 'صحّح هذا البند وأرسل الاستراتيجية مرة أخرى.',
  }),
  'priority-router/part-unknown': ({ item, part }) => ({
    problem: `لا تتضمن الرسالة ${item} طلبًا بالمعرّف ${part}.`,
    advice: 'انظر إلى الطلبات التي قُسمت إليها.',
  }),
  'priority-router/store-conflict': ({ version }, { number }) => ({
    problem: `كتب طرف آخر في هذه الأثناء، وأصبح عدد الأحداث ${number(version)}.`,
    advice: 'اقرأها ثم حاول مرة أخرى.',
  }),
  'priority-router/is-owner': () => ({ problem: 'هو المستشار المسؤول عن العميل.', advice: '' }),
  'priority-router/stands-in': ({ owner, chain }) => ({
    problem: `ينوب عن ${owner} أثناء إجازته (${chain.join(' ← ')}).`,
    advice: '',
  }),
  'priority-router/serves-pool': ({ team }) => ({ problem: `يجيب باسم فريق ${team}.`, advice: '' }),
  'priority-router/serves-branch': ({ branch }) => ({
    problem: `يجيب باسم الفرع ${branch} الذي صار يرى الرسالة.`,
    advice: '',
  }),
  'priority-router/reserved-for-owner': ({ owner, until }, { dateTime }) => ({
    problem: until ? `تبقى لدى ${owner} حتى ${dateTime(until, 'UTC')} (UTC).` : `الرد عليها من شأن ${owner}.`,
    advice: '',
  }),
  'priority-router/away': () => ({ problem: 'غير موجود في هذه اللحظة.', advice: '' }),
  'priority-router/on-leave': ({ until }, { dateTime }) => ({
    problem: `في إجازة حتى ${dateTime(until, 'UTC')} (UTC).`,
    advice: '',
  }),
  'priority-router/other-team': ({ team }) => ({ problem: `لا ينتمي إلى فريق ${team}.`, advice: '' }),
  'priority-router/other-branch': ({ branch }) => ({ problem: `لا ينتمي إلى الفرع ${branch}.`, advice: '' }),
  'priority-router/lacks-skill': ({ skills }, { list }) => ({
    problem: `تنقصه مهارات تتطلبها هذه الرسالة: ${list(skills)}.`,
    advice: '',
  }),
  'priority-router/lacks-language': ({ language }) => ({
    problem: `لا يجيب بهذه اللغة (${language}).`,
    advice: '',
  }),
  'priority-router/at-capacity': ({ load, capacity }, { number }) => ({
    problem: `لديه الآن ${number(load)} من ${number(capacity)}.`,
    advice: '',
  }),
  'priority-router/assignment-limit': ({ count, windowMinutes }, { number }) => ({
    problem: `أُسند إليه خلال ${number(windowMinutes)} دقيقة عدد من الرسائل يبلغ الحد الأقصى، وهو ${number(count)}.`,
    advice: '',
  }),
  'priority-router/excluded': ({ flag }) => ({
    problem: flag ? `الرسائل الموسومة بـ «${flag}» لا تُوزَّع تلقائيًا.` : 'لا تُوزَّع هذه الرسالة تلقائيًا.',
    advice: 'يجب أن يتولاها أحد بنفسه.',
  }),
  'priority-router/in-hand': ({ advisor }) => ({ problem: `يعمل ${advisor} عليها.`, advice: '' }),
  'priority-router/waits-elsewhere': ({ state }) => ({
    problem: state === 'paused' ? 'تنتظر رد العميل.' : 'تنتظر إجابات الخبراء.',
    advice: '',
  }),
};
