import { renderSpecimen, listKinds } from '@dossierkit/specimens';
import sharp from 'sharp';
import { writeFileSync } from 'node:fs';
const zones=['passport','id-card-back','fr-id-card-old','visa'] as const;
const letters=['fr-tax-notice','fr-electricity-bill','fr-bank-details','fr-payslip','de-payslip','de-bank-statement','rent-receipt','employment-contract'];
const all=listKinds() as any; console.log(JSON.stringify(all));
const jobs:[string,number,string][]=[];
for(const k of zones) for(const s of [1,2,3]) jobs.push([k,s,'photo']);
let n=0; for(const k of all.map((x:any)=>x.kind??x)) if(!['passport','id-card-back','fr-id-card-old','visa','residence-permit','banknote'].includes(k)) {jobs.push([k,n,n%2?'photo':'scan']);n++;}
for(const [kind,seed,medium] of jobs){
 const w= medium==='photo'?1600:1200;
 try{
 const {bytes,truth}=await renderSpecimen(kind as any,{seed,medium:medium as any,widthPx:w});
 const {data,info}=await sharp(bytes).greyscale().raw().toBuffer({resolveWithObject:true});
 const scale=Math.sqrt(2e6/(info.width*info.height));
 const {data:d2,info:i2}=await sharp(bytes).greyscale().resize(Math.round(info.width*scale)).raw().toBuffer({resolveWithObject:true});
 writeFileSync(`/tmp/mrz/px/${kind}-${seed}-${medium}.raw`,d2); writeFileSync(`/tmp/mrz/px/${kind}-${seed}-${medium}.json`,JSON.stringify({w:i2.width,h:i2.height,mrz:truth.mrz??null}));
 console.log(kind,seed,medium,i2.width,i2.height);
 }catch(e:any){console.log('fail',kind,e.message)}
}
