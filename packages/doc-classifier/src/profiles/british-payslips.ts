import type { KindProfileInput } from '../profile.js';
import { address, holder, OTHER_DATES, title, words } from './parts.js';
import { period, recent } from './payslip-parts.js';

/** What a British employer pays. */
export const BRITISH_PAYSLIPS: KindProfileInput[] = [
  {
    kind: 'gb-payslip',
    languages: ['eng'],
    currency: 'GBP',
    anchors: [
      title(
        6,
        'payslip',
        'pay slip',
        'pay advice',
        'wage slip',
        'pay statement',
        'salary slip',
        'earnings statement',
        'salary statement',
      ),
      words(1.5, 'net pay', 'net wages', 'total net pay', 'take home pay', 'amount paid'),
      words(
        1.2,
        'gross pay',
        'total payments',
        'total gross pay',
        'basic pay',
        'basic salary',
        'gross for tax',
        'salary',
        'taxable pay',
      ),
      words(
        1.2,
        'paye tax',
        'paye',
        'national insurance',
        'ni number',
        'tax code',
        'ni no',
        'income tax',
        'ni letter',
      ),
      words(
        1,
        'employee no',
        'employee number',
        'employee name',
        'pay date',
        'process date',
        'tax period',
        'pay period',
        'payroll no',
        'works no',
      ),
      words(0.8, 'deductions', 'total deductions', 'pension', 'student loan', 'year to date', 'ytd'),
    ],
    against: [
      title(7, 'p60', 'p60 end of year certificate', 'end of year certificate', 'p45'),
      title(3, 'invoice', 'bank statement'),
    ],
    fields: [
      period(['tax period', 'month ending', 'period end', 'pay date', 'date']),
      {
        name: 'netPay',
        type: 'amount',
        wanted: true,
        pick: 'last',
        labels: ['net pay', 'total net pay', 'net wages', 'take home pay'],
        not: ['ytd', 'year to date'],
      },
      {
        name: 'gross',
        type: 'amount',
        pick: 'last',
        labels: ['gross pay', 'total gross pay', 'total payments', 'total pay'],
        not: ['gross for tax', 'gross pay td', 'ytd'],
      },
      {
        name: 'payDate',
        type: 'date',
        labels: ['pay date', 'payment date', 'process date', 'date paid', 'paid on', 'date'],
        not: OTHER_DATES,
      },
      { name: 'employer', type: 'company', labels: ['employer', 'company', 'employer name', 'company name'] },
      holder(['employee name', 'employee', 'name'], {
        not: ['employer name', 'company name', 'employee no', 'employee number'],
      }),
      address(),
    ],
    age: recent,
  },
  {
    kind: 'gb-annual-payslip',
    languages: ['eng'],
    currency: 'GBP',
    anchors: [
      title(
        7,
        'p60',
        'p60 end of year certificate',
        'end of year certificate',
        'annual pay statement',
        'annual summary of earnings',
      ),
      words(
        1.2,
        'tax year to 5 april',
        'keep this certificate',
        'pay and income tax details',
        'in this employment',
        'final tax code',
      ),
      words(1, 'national insurance', 'statutory payments', 'hm revenue customs', 'hmrc'),
    ],
    fields: [
      {
        name: 'year',
        type: 'year',
        wanted: true,
        labels: ['tax year to 5 april', 'tax year', 'year ended', 'april'],
      },
      holder(['surname', 'employee name', 'employee', 'name']),
    ],
    age: { rule: 'income-year', field: 'year', previousUntil: '12-31' },
  },
];
