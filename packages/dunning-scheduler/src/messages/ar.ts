import type { MessageFormat, MessagesFor } from '@dossierkit/core';
import type { DunningFinding, DunningReason } from '../findings.js';
import { channelWords, localText, stopWords } from './words.js';

/** Arabic counts one and two with the noun alone. */
const days = (count: number, f: MessageFormat): string =>
  f.plural(count, {
    zero: '0 يوم',
    one: 'يوم واحد',
    two: 'يومين',
    few: `${f.number(count)} أيام`,
    many: `${f.number(count)} يومًا`,
    other: `${f.number(count)} يوم`,
  });
const by = channelWords.ar;

export const ar: MessagesFor<DunningFinding | DunningReason> = {
  'dunning-scheduler/within-limits': ({ contacts }, f) => ({
    problem: '',
    advice: '',
    verified: `جميع مرات التواصل المخططة (${f.number(contacts)}) ضمن الأوقات المسموح بها ولا تتجاوز أي حد.`,
  }),
  'dunning-scheduler/no-ladder': () => ({
    problem: 'لا يوجد مسار تذكير مخصص لهذه الحالة.',
    advice: 'أضف مسارًا لمثل هذه الحالات، أو مسارًا أخيرًا بلا شروط.',
  }),
  'dunning-scheduler/no-open-time': ({ toYear }, f) => ({
    problem: `لا يوجد وقت مسموح به لهذا التذكير قبل نهاية ${f.number(toYear, { useGrouping: false })}.`,
    advice: 'راجع أوقات القناة وساعات الهدوء وحدود عدد مرات التواصل.',
  }),
  'dunning-scheduler/unreachable': ({ channels }, f) => ({
    problem: `يتعذر الوصول إلى العميل عبر ${f.list(
      channels.map((channel) => by[channel]),
      'or',
    )}.`,
    advice: 'ابحث عن عنوان أو رقم حديث، أو دع أحد الزملاء يقرر ما يجب فعله.',
  }),
  'dunning-scheduler/event-from-future': ({ type }) => ({
    problem: `حدث من نوع «${type}» مؤرخ في المستقبل، ولم يؤخذ في الحسبان.`,
    advice: 'تحقق من ساعة النظام الذي أبلغ عنه.',
  }),
  'dunning-scheduler/event-unknown-step': ({ step }) => ({
    problem: `حدث يخص خطوة «${step}» غير موجودة في المسار.`,
    advice: 'لا داعي لأي إجراء إن كان المسار قد عُدّل عمدًا؛ ويظل التواصل محسوبًا ضمن الحدود.',
  }),
  'dunning-scheduler/event-unreadable': ({ type }) => ({
    problem: `تعذرت قراءة حدث من نوع «${type}»، ولم يؤخذ في الحسبان.`,
    advice: 'صحح تاريخه أو قناته أو نوعه، ثم أعد التخطيط.',
  }),
  'dunning-scheduler/amount-unusable': ({ type }) => ({
    problem: `المبلغ في حدث من نوع «${type}» سالب أو بعملة أخرى، ولم يؤخذ في الحسبان.`,
    advice: 'صحح المبلغ بوحدات صغرى كاملة من عملة المطالبة.',
  }),
  'dunning-scheduler/case-unreadable': ({ field }) => ({
    problem: `لا يمكن التخطيط لهذه الحالة: القيمة «${field}» غير صالحة.`,
    advice: 'صحح هذه القيمة، ثم أعد التخطيط.',
  }),
  'dunning-scheduler/ladder-exhausted': () => ({
    problem: 'أُرسلت جميع التذكيرات وما زال الأمر مفتوحًا.',
    advice: 'دع أحد الزملاء يقرر الخطوة التالية؛ فكثيرًا ما تفيد مكالمة أكثر من رسالة أخرى.',
  }),
  'dunning-scheduler/step-day': (p, f) => ({
    problem:
      p.from === 'previous'
        ? `الموعد المقرر بعد التذكير السابق بـ ${days(p.days, f)}: ${f.date(p.day)}.`
        : `الموعد المقرر ${p.days < 0 ? 'قبل' : 'بعد'} ${{ due: 'تاريخ الاستحقاق', stopped: 'آخر خطوة قام بها العميل', deadline: 'نهاية المهلة' }[p.from]} بـ ${days(Math.abs(p.days), f)}: ${f.date(p.day)}.`,
    advice: '',
  }),
  'dunning-scheduler/overdue-step': ({ day }, f) => ({
    problem: `مستحق منذ ${f.date(day)}، ويُرسل في أقرب وقت مسموح به.`,
    advice: '',
  }),
  'dunning-scheduler/keeps-distance': ({ days: count, day }, f) => ({
    problem: `تُترك مدة ${days(count, f)} بعد التواصل السابق: ليس قبل ${f.date(day)}.`,
    advice: 'لا يتقدم الموعد إلا بتعديل المسار.',
  }),
  'dunning-scheduler/grace-period': ({ days: count, day }, f) => ({
    problem: `بعد وصول الرسالة السابقة تُمنح للعميل مهلة ${days(count, f)}: ليس قبل ${f.date(day)}.`,
    advice: 'إذا تأكد الوصول قبل ذلك تقدم الموعد.',
  }),
  'dunning-scheduler/deadline-running': ({ day }, f) => ({
    problem: `لدى العميل مهلة حتى ${f.date(day)}.`,
    advice: 'لا يُرسل إلا إذا لم يصل شيء حتى ذلك اليوم.',
  }),
  'dunning-scheduler/customer-acted': ({ on, day }, f) => ({
    problem: `تجاوب العميل في ${f.date(on)}، فبدأت مدة الانتظار من جديد: ليس قبل ${f.date(day)}.`,
    advice: 'إتمام ما تبقى يغني عن هذا التذكير.',
  }),
  'dunning-scheduler/promise-open': ({ until, day }, f) => ({
    problem: `وعد العميل بالسداد حتى ${f.date(until)}.`,
    advice: `إذا وصل المبلغ فلن يُرسل شيء، وإلا تأتي الخطوة التالية ابتداءً من ${f.date(day)}.`,
  }),
  'dunning-scheduler/promise-broken': ({ until }, f) => ({
    problem: `لم يصل المبلغ الموعود به في ${f.date(until)}.`,
    advice: 'ما زال الاتفاق على موعد جديد أو على أقساط ممكنًا.',
  }),
  'dunning-scheduler/on-hold': ({ until }, f) => ({
    problem: until ? `الحالة موقوفة مؤقتًا حتى ${f.date(until)}.` : 'الحالة موقوفة مؤقتًا.',
    advice: until ? 'رفع الإيقاف قبل ذلك يسمح بالمتابعة.' : 'تستأنف المتابعة عند رفع الإيقاف.',
  }),
  'dunning-scheduler/in-dispute': () => ({
    problem: 'المطالبة محل نزاع.',
    advice: 'تستأنف المتابعة بعد تسوية النزاع.',
  }),
  'dunning-scheduler/complaint-open': () => ({
    problem: 'هناك شكوى قيد النظر.',
    advice: 'تستأنف المتابعة بعد الرد على الشكوى.',
  }),
  'dunning-scheduler/reply-open': ({ day }, f) => ({
    problem: 'رد العميل ولم يُجب عن رده بعد.',
    advice: `أجب عنه؛ وإلا تأتي الخطوة التالية ابتداءً من ${f.date(day)}.`,
  }),
  'dunning-scheduler/after-conversation': ({ channel, day }, f) => ({
    problem: `جرت محادثة مع العميل، فلا تواصل عبر ${by[channel]} قبل ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/cap-reached': ({ max, days: window, day }, f) => ({
    problem: `بلغ عدد مرات التواصل الحد المسموح به (${f.number(max)} خلال ${days(window, f)}): ليس قبل ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/moved-to-open-time': ({ from, to, holiday }, f) => ({
    problem: holiday
      ? `${localText(from, f)} يوم عطلة رسمية (${holiday})؛ يُرسل في ${localText(to, f)}.`
      : `${localText(from, f)} يوم مغلق أو خارج الأوقات المسموح بها؛ يُرسل في ${localText(to, f)}.`,
    advice: '',
  }),
  'dunning-scheduler/channel-preferred': ({ channel }) => ({
    problem: `عبر ${by[channel]} كما يفضل العميل.`,
    advice: '',
  }),
  'dunning-scheduler/channel-in-order': ({ channel }) => ({ problem: `عبر ${by[channel]}.`, advice: '' }),
  'dunning-scheduler/channel-refused': ({ channel }) => ({
    problem: `ليس عبر ${by[channel]}: فقد اعترض العميل على ذلك.`,
    advice: '',
  }),
  'dunning-scheduler/channel-needs-consent': ({ channel }) => ({
    problem: `ليس عبر ${by[channel]}: لم يوافق العميل على ذلك.`,
    advice: 'بموافقة العميل يمكن استخدام هذه القناة.',
  }),
  'dunning-scheduler/channel-no-address': ({ channel }) => ({
    problem: `ليس عبر ${by[channel]}: لا يوجد عنوان أو رقم صالح معروف.`,
    advice: 'بعنوان أو رقم حديث يمكن استخدام هذه القناة.',
  }),
  'dunning-scheduler/channel-failed': ({ channel }) => ({
    problem: `لا تكرار عبر ${by[channel]}: لم تصل الرسالة من خلالها.`,
    advice: '',
  }),
  'dunning-scheduler/no-channel': () => ({
    problem: 'لم تبق قناة يجوز التواصل مع العميل من خلالها.',
    advice: 'ابحث عن عنوان حديث، أو اطلب الموافقة على قناة أخرى.',
  }),
  'dunning-scheduler/no-open-minute': () => ({
    problem: 'لا يوجد أي وقت مسموح به، ولذلك لا يُرسل شيء.',
    advice: 'راجع الأوقات والأيام المغلقة والحدود.',
  }),
  'dunning-scheduler/was-sent': ({ channel, on, delivered }, f) => ({
    problem: delivered
      ? `أُرسل عبر ${by[channel]} في ${f.date(on)}، ويُعد واصلًا منذ ${f.date(delivered)}.`
      : `أُرسل عبر ${by[channel]} في ${f.date(on)}، ولم يتأكد الوصول بعد.`,
    advice: '',
  }),
  'dunning-scheduler/waits-for-delivery': () => ({
    problem: 'تنتظر هذه الخطوة تأكيد وصول الخطوة السابقة.',
    advice: 'تأكيد الوصول يطلقها.',
  }),
  'dunning-scheduler/waits-for-step': () => ({
    problem: 'تنتظر هذه الخطوة إتمام الخطوة السابقة.',
    advice: 'يُحدد موعدها عند إتمام تلك الخطوة.',
  }),
  'dunning-scheduler/waits-for-warning': () => ({
    problem: 'لا يُتخذ هذا الإجراء لأن الإنذار به لم يُوجَّه.',
    advice: 'يجب أن يصل الإنذار أولًا.',
  }),
  'dunning-scheduler/condition-unmet': () => ({
    problem: 'هذه الخطوة لا تنطبق على هذه الحالة.',
    advice: '',
  }),
  'dunning-scheduler/lapsed': ({ day }, f) => ({
    problem: `لم يعد لهذه الخطوة معنى بعد ${f.date(day)}، فتُحذف.`,
    advice: '',
  }),
  'dunning-scheduler/settled': () => ({ problem: 'سُدد كل شيء، ولن يُرسل المزيد.', advice: '' }),
  'dunning-scheduler/completed': () => ({ problem: 'قُدم كل المطلوب، ولن يُرسل المزيد.', advice: '' }),
  'dunning-scheduler/stopped': ({ why }) => ({
    problem: `لا تذكير بعد الآن: ${stopWords.ar[why]}.`,
    advice: '',
  }),
};
