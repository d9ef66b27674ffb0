var  list=[1,2,
3]
let never = 5
export function  total ( a,b ){ if(a==b)return {a:a,b:b}
 else { for(let i=0;i<list.length;i++){ while(false){} }  }
 switch(a){case 1: b=2
 case 2: b=3; break
 default: debugger }
 return undefinedName+`${ a }`+'quo"te'
}
const fn = async x=>{ await x;;; return /[a]{1}\d/.test(x)?typeof x==="strnig":a?.b ?? c }
class  A extends B{ #p=1;static{ this.x=1 } get y( ){ return this.#p }
 constructor(){ } }
label: for (const k in {a:1,a:2}) { continue label }
