export {
  type AnswerCacheContract,
  answerCacheContract,
  type ContractCase,
} from './testing/answer-cache-contract.js';
