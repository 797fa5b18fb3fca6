import type { MessagesFor } from '@dossierkit/core';
import type { DossierMessage } from '../findings.js';
import { monthName, nameOf } from './wording.js';

/** Every message of the package in Arabic. */
export const ar: MessagesFor<DossierMessage> = {
  'dossier-state/kind-not-accepted': () => ({
    problem: 'هذا المستند ليس من النوع المطلوب هنا.',
    advice: 'قدّم أحد المستندات المذكورة في القائمة، أو أضف هذا المستند في موضعه المناسب.',
  }),
  'dossier-state/too-old': ({ validUntil }, { date }) => ({
    problem: `كان هذا المستند صالحًا حتى ${date(validUntil)}، ولم يعد بإمكاننا قبوله.`,
    advice: 'يرجى تقديم مستند أحدث.',
  }),
  'dossier-state/grown-too-old': ({ validUntil }, { date }) => ({
    problem: `كنّا قد قبلنا هذا المستند، لكن صلاحيته انتهت في ${date(validUntil)}.`,
    advice: 'يرجى تقديم مستند أحدث. كل ما قدّمته غير ذلك يبقى مقبولًا.',
  }),
  'dossier-state/date-unknown': () => ({
    problem: 'لم نتمكن من قراءة تاريخ هذا المستند.',
    advice: 'لا يلزمك فعل شيء: سيطّلع عليه أحد موظفينا. صورة يظهر فيها التاريخ بوضوح تسرّع الأمر.',
  }),
  'dossier-state/month-outside': ({ month, first, last }, format) => ({
    problem: `هذا المستند يخصّ ${monthName(month, format)}، ونحتاج إلى شهر بين ${monthName(first, format)} و${monthName(last, format)}.`,
    advice: 'يرجى تقديم مستند شهر من هذه الفترة.',
  }),
  'dossier-state/month-twice': ({ month }, format) => ({
    problem: `لدينا بالفعل مستند عن ${monthName(month, format)}.`,
    advice: 'يرجى تقديم مستند شهر آخر.',
  }),
  'dossier-state/month-unknown': () => ({
    problem: 'لم نتمكن من معرفة الشهر الذي يخصّه هذا المستند.',
    advice: 'لا يلزمك فعل شيء: سيطّلع عليه أحد موظفينا. صورة يظهر فيها الشهر بوضوح تسرّع الأمر.',
  }),
  'dossier-state/check-overdue': ({ checkHours }, { plural }) => ({
    problem: `لم يصل جواب أحد فحوص هذا المستند خلال ${plural(checkHours, {
      one: 'ساعة واحدة',
      two: 'ساعتين',
      few: `${checkHours} ساعات`,
      other: `${checkHours} ساعة`,
    })}.`,
    advice: 'لا يلزمك فعل شيء: سيطّلع عليه أحد موظفينا بدلًا من ذلك.',
  }),
  'dossier-state/review-asked': () => ({
    problem: 'لقد طلبت أن يطّلع شخص على هذا المستند.',
    advice: 'لا يلزمك فعل شيء إلى أن ننتهي من مراجعته.',
  }),
  'dossier-state/redo-asked': ({ reason }) => ({
    problem: `اطّلع أحد موظفينا على هذا المستند ويطلب مستندًا آخر: ${reason}`,
    advice: 'يرجى تقديم مستند آخر.',
  }),

  'dossier-state/unknown-event': ({ type }) => ({
    problem: `لا يعرف الملف حدثًا باسم «${type}».`,
    advice: 'تحقّق من الاسم، ومن أن المُرسِل لا يستعمل إصدارًا أحدث.',
  }),
  'dossier-state/event-invalid': ({ path, problem }) => ({
    problem: `بنية الحدث غير صحيحة عند «${path}»: ${problem}`,
    advice: 'صحّحه ثم أعد إرساله بالمعرّف نفسه.',
  }),
  'dossier-state/not-now': ({ event, state }) => ({
    problem: `لا يقع «${event}» والملف في حالة «${state}».`,
    advice: 'انظر أين وصل الملف الآن، فربما سبقك غيرك.',
  }),
  'dossier-state/answer-invalid': ({ question }) => ({
    problem: `«${question}» ليس سؤالًا مطروحًا، أو لا يمكن الجواب عنه بهذا الشكل.`,
    advice: 'اختر أحد الأجوبة التي يعرفها المنتج.',
  }),
  'dossier-state/unknown-requirement': ({ requirement }) => ({
    problem: `لا يطلب هذا الملف شيئًا باسم «${requirement}».`,
    advice: 'راجع قائمته مرة أخرى، فقد يكون أحد الأجوبة غيّر المطلوب.',
  }),
  'dossier-state/unknown-submission': ({ submission }) => ({
    problem: `لم يُقدَّم شيء باسم «${submission}»، أو أنه سُحب.`,
    advice: 'راجع الملف واختر أحد مستنداته.',
  }),
  'dossier-state/submission-taken': ({ submission }) => ({
    problem: `قُدِّم مستند آخر باسم «${submission}».`,
    advice: 'أعطِ كل مستند معرّفًا خاصًا به.',
  }),
  'dossier-state/too-many-early-reports': ({ limit }) => ({
    problem: `وصل أكثر من ${limit} تقرير قبل المستندات التي تتعلق بها.`,
    advice: 'سلّم المستندات أولًا، ثم أعد إرسال هذا التقرير.',
  }),
  'dossier-state/needs-a-person': ({ event }) => ({
    problem: `«${event}» يتطلب شخصًا: لا يمكن لنظام آلي ولا للعميل القيام به.`,
    advice: 'أحِل الملف إلى من يملك صلاحية القرار.',
  }),
  'dossier-state/same-person': () => ({
    problem: 'لا يجوز لمن اقترح القرار أن يؤكّده بنفسه.',
    advice: 'اطلب من أحد الزملاء المراجعة والتأكيد.',
  }),
  'dossier-state/proposal-pending': () => ({
    problem: 'هناك اقتراح بشأن هذا الملف ينتظر شخصًا ثانيًا.',
    advice: 'أكّد ذلك الاقتراح أو ارفضه أولًا.',
  }),
  'dossier-state/unknown-proposal': () => ({
    problem: 'لم يعد هذا الاقتراح قائمًا: إما أنه حُسم أو انتهت مهلته.',
    advice: 'راجع الملف، واقترح من جديد إن كان ذلك لا يزال صائبًا.',
  }),
  'dossier-state/requirements-open': ({ requirements }, { list }) => ({
    problem: `لا يمكن الموافقة على الملف، فما زال ينقصه: ${list(requirements)}.`,
    advice: 'انتظر اكتمالها، أو أعفِ العميل مما لا يلزم مع ذكر السبب.',
  }),
  'dossier-state/not-waivable': ({ requirement }) => ({
    problem: `لا يمكن الإعفاء من «${requirement}» في هذا المنتج.`,
    advice: 'يجب استيفاؤه، وإلا انتهى الملف هنا.',
  }),
  'dossier-state/term-in-the-past': () => ({
    problem: 'نهاية المهلة تسبق بدايتها.',
    advice: 'اختر وقتًا في المستقبل.',
  }),
  'dossier-state/timer-not-due': ({ dueAt }) => ({
    problem: `موعد هذا المؤقّت هو ${dueAt} ولم يحن بعد.`,
    advice: 'تحقّق من ساعة الجهاز الذي أطلقه؛ يبقى المؤقّت مضبوطًا.',
  }),
  'dossier-state/product-mismatch': () => ({
    problem: 'يستند الملف إلى إصدار آخر من منتجه.',
    advice: 'مرّر الإصدار الذي يذكره الملف، أو رحّل الملف أولًا.',
  }),
  'dossier-state/snapshot-foreign': ({ path, problem }) => ({
    problem: `ما حُفظ ليس ملفًا يستطيع هذا الإصدار قراءته (عند «${path}»: ${problem}).`,
    advice: 'أعد بناء الملف من أحداثه، وتحرَّ عمّن كتب في المخزن.',
  }),
  'dossier-state/log-headless': () => ({
    problem: 'لا يبدأ السجل بالحدث الذي يفتح الملف.',
    advice: 'اقرأه ابتداءً من الموضع 1.',
  }),
  'dossier-state/migration-drops-documents': ({ requirements }, { list }) => ({
    problem: `لم يعد الإصدار الجديد يطلب ${list(requirements)}، وقد قُدّمت مستندات لأجله.`,
    advice: 'اذكر الاسم الجديد لهذا المطلوب، أو أبقِ الملف على إصداره.',
  }),
  'dossier-state/migration-reopens-decision': ({ requirements }, { list }) => ({
    problem: `صدر القرار في هذا الملف، ووفق الإصدار الجديد سيظل ينقصه: ${list(requirements)}.`,
    advice: 'أبقِه على إصداره حتى نهايته، أو اطلب ما ينقص عند إعادة التحقق.',
  }),

  'dossier-state/hand-in': (params, format) => ({
    problem: `ما زلنا نحتاج إلى: ${nameOf(params, format)}${
      params.missing > 1
        ? ` (${format.plural(params.missing, {
            two: 'مستندان',
            few: `${params.missing} مستندات`,
            other: `${params.missing} مستندًا`,
          })})`
        : ''
    }.`,
    advice: 'التقط صورة أو اختر ملفًا. ستعرف فورًا إن كان مناسبًا.',
  }),
  'dossier-state/hand-in-again': (params, format) => ({
    problem: `${nameOf(params, format)}: ما قدّمته لا يفي بالغرض.`,
    advice: 'اطّلع على السبب ثم قدّمه مرة أخرى. لا يستغرق ذلك عادةً سوى دقيقة.',
  }),
  'dossier-state/renew': (params, format) => ({
    problem: `${nameOf(params, format)}: انتهت صلاحية ما قدّمته في هذه الأثناء.`,
    advice: 'يرجى تقديم مستند أحدث.',
  }),
  'dossier-state/sign': () => ({
    problem: 'عقدك جاهز.',
    advice: 'اقرأه على مهل، ثم وقّعه.',
  }),
  'dossier-state/wait-for-checks': () => ({
    problem: 'نحن نفحص مستنداتك.',
    advice: 'انتظر لحظة، وسيظهر الجواب هنا.',
  }),
  'dossier-state/wait-for-person': () => ({
    problem: 'وصلنا كل شيء، ويطّلع أحد موظفينا على ملفك.',
    advice: 'لا يلزمك فعل شيء. سنكتب إليك.',
  }),
  'dossier-state/nothing-to-do': () => ({
    problem: 'ليس هناك ما يلزمك فعله.',
    advice: 'يمكنك إغلاق هذه الصفحة.',
  }),
};
