import{i as __require,o as __toESM,t as __commonJSMin}from"./rolldown-runtime.mjs";import{$ as require_lib$36,A as require_lib$24,C as require_lib$30,F as require_lib$60,G as require_lib$31,I as require_lib$49,J as require_lib$58,K as require_lib$26,L as require_lib$48,M as require_lib$46,P as require_lib$45,Q as require_lib$34,R as require_lib$21,S as require_lib$54,Y as require_lib$35,_ as require_lib$18,a as require_lib$56,at as require_lib$25,b as require_lib$44,c as require_lib$42,d as require_lib$39,et as require_lib$28,f as require_lib$38,g as require_lib$32,h as require_lib$29,i as require_lib$52,it as require_lib$50,j as require_lib$33,k as require_lib$20,l as require_lib$19,lt as require_lib$37,m as require_lib$40,n as require_lib$59,nt as require_lib$17,o as require_lib$51,ot as require_lib$23,p as require_lib$53,pt as require_lib$14,r as require_lib$57,rt as require_lib$16,s as require_lib$43,t as require_lib$22,tt as require_lib$15,u as require_lib$41,v as require_lib$47,w as require_lib$27,y as require_lib$55}from"./lib2.mjs";
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C code, long comment, copyright, license, and constants are from [Cephes]{@link http://www.netlib.org/cephes}. The implementation follows the original, but has been modified for JavaScript.
*
* ```text
* Copyright 1984, 1995, 2000 by Stephen L. Moshier
*
* Some software in this archive may be from the book _Methods and Programs for Mathematical Functions_ (Prentice-Hall or Simon & Schuster International, 1989) or from the Cephes Mathematical Library, a commercial product. In either event, it is copyrighted by the author. What you see here may be used freely but it comes with no support or guarantee.
*
* Stephen L. Moshier
* moshier@na-net.ornl.gov
* ```
*/
var require_main$9=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var isnan=require_lib$14();var asin=require_lib$15();var sqrt=require_lib$16();var PIO4=require_lib$17();var MOREBITS=6123233995736766e-32;function acos(x){var z;if(isnan(x))return NaN;if(x<-1||x>1)return NaN;if(x>.5)return 2*asin(sqrt(.5-.5*x));z=PIO4-asin(x);z+=MOREBITS;z+=PIO4;return z}module.exports=acos}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$13=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$9();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$12=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var SQRT2=1.4142135623730951;module.exports=SQRT2}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co14=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .16666666666666666;return .16666666666666666+x*.16666666666666666}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co15=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .058333333333333334;return .058333333333333334+x*(.06666666666666667+x*.008333333333333333)}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co16=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .0251984126984127;return .0251984126984127+x*(.026785714285714284+x*(.0017857142857142857+x*.0001984126984126984))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co17=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .012039792768959435;return .012039792768959435+x*(.010559964726631394+x*(-.0011078042328042327+x*(.0003747795414462081+x*27557319223985893e-22)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co18=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .003837005972422639;return .003837005972422639+x*(.00610392115600449+x*(-.0016095979637646305+x*(.0005945867404200738+x*(-6270542728876062e-20+x*2.505210838544172e-8))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co19=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .0032177478835464946;return .0032177478835464946+x*(.0010898206731540065+x*(-.0012579159844784845+x*(.0006908420797309686+x*(-.00016376804137220805+x*(154012654012654e-19+x*16059043836821613e-26)))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co20=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .001743826229834001;return .001743826229834001+x*(3353097688001788e-20+x*(-.0007624513544032393+x*(.0006451304695145635+x*(-.000249472580470431+x*(49255746366361444e-21+x*(-39851014346715405e-22+x*7647163731819816e-28))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co21=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .0009647274732138864;return .0009647274732138864+x*(-.0003110108632631878+x*(-.00036307660358786886+x*(.0005140660578834113+x*(-.00029133414466938067+x*(9086710793521991e-20+x*(-15303004486655377e-21+x*(10914179173496788e-22+x*28114572543455206e-31)))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co22=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .0005422926281312969;return .0005422926281312969+x*(-.0003694266780000966+x*(-.00010230378073700413+x*(.00035764655430568635+x*(-.00028690924218514614+x*(.00012645437628698076+x*(-33202652391372056e-21+x*(4890304529197534e-21+x*(-3.123956959982987e-7+x*822063524662433e-32))))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_inverse_students_t_body_series=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gammaDeltaRatio=require_lib$18();var evalpoly=require_lib$19();var sqrt=require_lib$16();var PI=require_lib$20();var polyval1=require_polyval_co14();var polyval2=require_polyval_co15();var polyval3=require_polyval_co16();var polyval4=require_polyval_co17();var polyval5=require_polyval_co18();var polyval6=require_polyval_co19();var polyval7=require_polyval_co20();var polyval8=require_polyval_co21();var polyval9=require_polyval_co22();var c0=0;var c=[1,0,0,0,0,0,0,0,0,0];function inverseStudentsTBodySeries(df,u){var idf;var v=gammaDeltaRatio(df/2,.5)*sqrt(df*PI)*(u-.5);idf=1/df;c[1]=polyval1(idf);c[2]=polyval2(idf);c[3]=polyval3(idf);c[4]=polyval4(idf);c[5]=polyval5(idf);c[6]=polyval6(idf);c[7]=polyval7(idf);c[8]=polyval8(idf);c[9]=polyval9(idf);return c0+v*evalpoly(c,v*v)}module.exports=inverseStudentsTBodySeries}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_61_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_inverse_students_t_tail_series=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gammaDeltaRatio=require_lib$18();var evalpoly=require_lib$19();var sqrt=require_lib$16();var pow=require_lib$21();var PI=require_lib$20();var d=[0,0,0,0,0,0,0];function inverseStudentsTTailSeries(df,v){var result;var power;var div;var np2;var np4;var np6;var rn;var w=gammaDeltaRatio(df/2,.5)*sqrt(df*PI)*v;np2=df+2;np4=df+4;np6=df+6;d[0]=1;d[1]=-(df+1)/(2*np2);np2*=df+2;d[2]=-df*(df+1)*(df+3)/(8*np2*np4);np2*=df+2;d[3]=-df*(df+1)*(df+5)*((3*df+7)*df-2)/(48*np2*np4*np6);np2*=df+2;np4*=df+4;d[4]=-df*(df+1)*(df+7)*(((((15*df+154)*df+465)*df+286)*df-336)*df+64)/(384*np2*np4*np6*(df+8));np2*=df+2;d[5]=-df*(df+1)*(df+3)*(df+9)*((((((35*df+452)*df+1573)*df+600)*df-2020)*df+928)*df-128)/(1280*np2*np4*np6*(df+8)*(df+10));np2*=df+2;np4*=df+4;np6*=df+6;d[6]=-df*(df+1)*(df+11)*(((((((((((945*df+31506)*df+425858)*df+2980236)*df+11266745)*df+20675018)*df+7747124)*df-22574632)*df-8565600)*df+18108416)*df-7099392)*df+884736)/(46080*np2*np4*np6*(df+8)*(df+10)*(df+12));rn=sqrt(df);div=pow(rn*w,1/df);power=div*div;result=evalpoly(d,power);result*=rn;result/=div;return-result}module.exports=inverseStudentsTTailSeries}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_61_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_inverse_students_t_hill=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var erfcinv=require_lib$22();var expm1=require_lib$23();var sqrt=require_lib$16();var pow=require_lib$21();var HALF_PI=require_lib$24();var SQRT2=require_lib$12();function inverseStudentsTHill(ndf,u){var a;var b;var c;var d;var q;var x;var y;if(ndf>0x56bc75e2d63100000)return-erfcinv(2*u)*SQRT2;a=1/(ndf-.5);b=48/(a*a);c=((20700*a/b-98)*a-16)*a+96.36;d=((94.5/(b+c)-3)/b+1)*sqrt(a*HALF_PI)*ndf;y=pow(d*2*u,2/ndf);if(y>.05+a){x=-erfcinv(2*u)*SQRT2;y=x*x;if(ndf<5)c+=.3*(ndf-4.5)*(x+.6);c+=(((.05*d*x-5)*x-7)*x-2)*x+b;y=(((((.4*y+6.3)*y+36)*y+94.5)/c-y-3)/b+1)*x;y=expm1(a*y*y)}else y=((1/(((ndf+6)/(ndf*y)-.089*d-.822)*(ndf+2)*3)+.5/(ndf+4))*y-1)*(ndf+1)/(ndf+2)+1/y;q=sqrt(ndf*y);return-q}module.exports=inverseStudentsTHill}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_inverse_students_t=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var erfcinv=require_lib$22();var floor=require_lib$25();var ldexp=require_lib$26();var round=require_lib$27();var acos=require_lib$13();var sqrt=require_lib$16();var abs=require_lib$28();var cos=require_lib$29();var pow=require_lib$21();var sin=require_lib$30();var SQRT2=require_lib$12();var PI=require_lib$20();var inverseStudentsTBodySeries=require_inverse_students_t_body_series();var inverseStudentsTTailSeries=require_inverse_students_t_tail_series();var inverseStudentsTHill=require_inverse_students_t_hill();var DF_THRESHOLD=268435456;var ONE_THIRD=1/3;var EXP=106/3;var C=.8549879733383485;function inverseStudentsT(df,u,v){var crossover;var tolerance;var rootAlpha;var invert;var result;var alpha;var tmp;var p0;var p2;var p4;var p5;var p;var r;var x;var a;var b;result=0;if(u>v){tmp=v;v=u;u=tmp;invert=true}else invert=false;if(floor(df)===df&&df<20){tolerance=ldexp(1,EXP);switch(floor(df)){case 1:if(u===.5)result=0;else result=-cos(PI*u)/sin(PI*u);break;case 2:result=(2*u-1)/sqrt(2*u*v);break;case 4:alpha=4*u*v;rootAlpha=sqrt(alpha);r=4*cos(acos(rootAlpha)/3)/rootAlpha;x=sqrt(r-4);result=u-.5<0?-x:x;break;case 6:if(u<1e-150)return(invert?-1:1)*inverseStudentsTHill(df,u);a=4*(u-u*u);b=pow(a,ONE_THIRD);p=6*(1+C*(1/b-1));do{p2=p*p;p4=p2*p2;p5=p*p4;p0=p;p=2*(8*a*p5-270*p2+2187)/(5*(4*a*p4-216*p-243))}while(abs((p-p0)/p)>tolerance);p=sqrt(p-df);result=u-.5<0?-p:p;break;default:if(df>DF_THRESHOLD)result=erfcinv(2*u)*SQRT2;else if(df<3){crossover=.2742-df*.0242143;if(u>crossover)result=inverseStudentsTBodySeries(df,u);else result=inverseStudentsTTailSeries(df,u)}else{crossover=ldexp(1,round(df/-.654));if(u>crossover)result=inverseStudentsTHill(df,u);else result=inverseStudentsTTailSeries(df,u)}}}else if(df>DF_THRESHOLD)result=-erfcinv(2*u)*SQRT2;else if(df<3){crossover=.2742-df*.0242143;if(u>crossover)result=inverseStudentsTBodySeries(df,u);else result=inverseStudentsTTailSeries(df,u)}else{crossover=ldexp(1,round(df/-.654));if(u>crossover)result=inverseStudentsTHill(df,u);else result=inverseStudentsTTailSeries(df,u)}return invert?-result:result}module.exports=inverseStudentsT}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_find_ibeta_inv_from_t_dist=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var inverseStudentsT=require_inverse_students_t();function findIBetaInvFromTDist(a,p,py){var df;var u;var v;var t;u=p/2;v=1-u;df=a*2;t=inverseStudentsT(df,u,v);if(py)py.value=t*t/(df+t*t);return df/(df+t*t)}module.exports=findIBetaInvFromTDist}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_temme1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var evalpoly=require_lib$19();var erfcinv=require_lib$22();var sqrt=require_lib$16();var exp=require_lib$31();var SQRT2=require_lib$12();var workspace=[0,0,0,0,0,0,0];var terms=[0,0,0,0];function temme1(a,b,z){var eta0;var eta2;var eta;var B2;var B3;var B;var c;eta0=erfcinv(2*z);eta0/=-sqrt(a/2);terms[0]=eta0;B=b-a;B2=B*B;B3=B2*B;workspace[0]=-B*SQRT2/2;workspace[1]=(1-2*B)/8;workspace[2]=-(B*SQRT2/48);workspace[3]=-1/192;workspace[4]=-B*SQRT2/3840;workspace[5]=0;workspace[6]=0;terms[1]=evalpoly(workspace,eta0);workspace[0]=B*SQRT2*(3*B-2)/12;workspace[1]=(20*B2-12*B+1)/128;workspace[2]=B*SQRT2*(20*B-1)/960;workspace[3]=(16*B2+30*B-15)/4608;workspace[4]=B*SQRT2*(21*B+32)/53760;workspace[5]=(-(32*B2)+63)/368640;workspace[6]=-B*SQRT2*(120*B+17)/25804480;terms[2]=evalpoly(workspace,eta0);workspace[0]=B*SQRT2*(-75*B2+80*B-16)/480;workspace[1]=(-1080*B3+868*B2-90*B-45)/9216;workspace[2]=B*SQRT2*(-1190*B2+84*B+373)/53760;workspace[3]=(-2240*B3-2508*B2+2100*B-165)/368640;workspace[4]=0;workspace[5]=0;workspace[6]=0;terms[3]=evalpoly(workspace,eta0);eta=evalpoly(terms,1/a);eta2=eta*eta;c=-exp(-eta2/2);if(eta2===0)return .5;return(1+eta*sqrt((1+c)/eta2))/2}module.exports=temme1}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_root_finder=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var ln=require_lib$32();var BIG=require_lib$33()/4;function temmeRootFinder(t,a){return roots;function roots(x){var f1;var f;var y=1-x;if(y===0)return[-BIG,-BIG];if(x===0)return[-BIG,-BIG];f=ln(x)+a*ln(y)+t;f1=1/x-a/y;return[f,f1]}}module.exports=temmeRootFinder}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_main$8=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var isnan=require_lib$14();function signum(x){if(x===0||isnan(x))return x;return x<0?-1:1}module.exports=signum}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$11=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$8();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/tools/roots.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_newton_raphson=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var sign=require_lib$11();var abs=require_lib$28();var ldexp=require_lib$26();var MAX_VALUE=require_lib$33();function newtonRaphsonIterate(fun,guess,min,max,digits,maxIter){var f0last;var delta1;var delta2;var factor;var result;var count;var delta;var res;var f0;var f1;f0=0;f0last=0;result=guess;factor=ldexp(1,1-digits);delta=MAX_VALUE;delta1=MAX_VALUE;delta2=MAX_VALUE;count=maxIter;do{f0last=f0;delta2=delta1;delta1=delta;res=fun(result);f0=res[0];f1=res[1];count-=1;if(f0===0)break;if(f1===0){if(f0last===0){if(result===min)guess=max;else guess=min;f0last=fun(guess);delta=guess-result}if(sign(f0last)*sign(f0)<0){if(delta<0)delta=(result-min)/2;else delta=(result-max)/2}else if(delta<0)delta=(result-max)/2;else delta=(result-min)/2}else delta=f0/f1;if(abs(delta*2)>abs(delta2))delta=delta>0?(result-min)/2:(result-max)/2;guess=result;result-=delta;if(result<=min){delta=.5*(guess-min);result=guess-delta;if(result===min||result===max)break}else if(result>=max){delta=.5*(guess-max);result=guess-delta;if(result===min||result===max)break}if(delta>0)max=guess;else min=guess}while(count&&abs(result*factor)<abs(delta));return result}module.exports=newtonRaphsonIterate}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-1;return-1+x*(-5+x*5)}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 1;return 1+x*(21+x*(-69+x*46))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 7;return 7+x*(-2+x*(33+x*(-62+x*31)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co4=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 25;return 25+x*(-52+x*(-17+x*(88+x*(-115+x*46))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co5=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 7;return 7+x*(12+x*(-78+x*52))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co6=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-7;return-7+x*(2+x*(183+x*(-370+x*185)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co7=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-533;return-533+x*(776+x*(-1835+x*(10240+x*(-13525+x*5410))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co8=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-1579;return-1579+x*(3747+x*(-3372+x*(-15821+x*(45588+x*(-45213+x*15071)))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co9=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 449;return 449+x*(-1259+x*(-769+x*(6686+x*(-9260+x*3704))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co10=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 63149;return 63149+x*(-151557+x*(140052+x*(-727469+x*(2239932+x*(-2251437+x*750479)))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co11=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 29233;return 29233+x*(-78755+x*(105222+x*(146879+x*(-1602610+x*(3195183+x*(-2554139+x*729754))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co12=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 1;return 1+x*(-13+x*13)}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_co13=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 1;return 1+x*(21+x*(-69+x*46))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_temme2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var evalpoly=require_lib$19();var erfcinv=require_lib$22();var abs=require_lib$28();var exp=require_lib$31();var ln=require_lib$32();var sqrt=require_lib$16();var sin=require_lib$30();var cos=require_lib$29();var temmeRootFinder=require_root_finder();var newtonRaphsonIterate=require_newton_raphson();var polyval1=require_polyval_co1();var polyval2=require_polyval_co2();var polyval3=require_polyval_co3();var polyval4=require_polyval_co4();var polyval5=require_polyval_co5();var polyval6=require_polyval_co6();var polyval7=require_polyval_co7();var polyval8=require_polyval_co8();var polyval9=require_polyval_co9();var polyval10=require_polyval_co10();var polyval11=require_polyval_co11();var polyval12=require_polyval_co12();var polyval13=require_polyval_co13();var workspace=[0,0,0,0,0,0];var terms=[0,0,0,0];function temme2(z,r,theta){var upper;var lower;var alpha;var roots;var eta0;var eta;var sc7;var sc6;var sc5;var sc4;var sc3;var sc2;var sc;var lu;var s2;var c2;var c;var s;var u;var x;eta0=erfcinv(2*z)/-sqrt(r/2);s=sin(theta);c=cos(theta);terms[0]=eta0;s2=s*s;c2=c*c;sc=s*c;sc2=sc*sc;sc3=sc2*sc;sc4=sc2*sc2;sc5=sc2*sc3;sc6=sc3*sc3;sc7=sc4*sc3;workspace[0]=(2*s2-1)/(3*sc);workspace[1]=-polyval1(s2)/(36*sc2);workspace[2]=polyval2(s2)/(1620*sc3);workspace[3]=polyval3(s2)/(6480*sc4);workspace[4]=polyval4(s2)/(90720*sc5);workspace[5]=0;terms[1]=evalpoly(workspace,eta0);workspace[0]=-polyval5(s2)/(405*sc3);workspace[1]=polyval6(s2)/(2592*sc4);workspace[2]=-polyval7(s2)/(204120*sc5);workspace[3]=-polyval8(s2)/(2099520*sc6);workspace[4]=0;workspace[5]=0;terms[2]=evalpoly(workspace,eta0);workspace[0]=polyval9(s2)/(102060*sc5);workspace[1]=-polyval10(s2)/(20995200*sc6);workspace[2]=polyval11(s2)/(36741600*sc7);workspace[3]=0;workspace[4]=0;workspace[5]=0;terms[3]=evalpoly(workspace,eta0);eta=evalpoly(terms,1/r);alpha=c/s;alpha*=alpha;lu=-(eta*eta)/(2*s2)+ln(s2)+c2*ln(c2)/s2;if(abs(eta)<.7){workspace[0]=s2;workspace[1]=sc;workspace[2]=(1-2*s2)/3;workspace[3]=polyval12(s2)/(36*sc);workspace[4]=polyval13(s2)/(270*sc2);workspace[5]=0;x=evalpoly(workspace,eta)}else{u=exp(lu);workspace[0]=u;workspace[1]=alpha;workspace[2]=0;workspace[3]=3*alpha*(3*alpha+1)/6;workspace[4]=4*alpha*(4*alpha+1)*(4*alpha+2)/24;workspace[5]=5*alpha*(5*alpha+1)*(5*alpha+2)*(5*alpha+3)/120;x=evalpoly(workspace,u);if((x-s2)*eta<0)x=1-x}if(eta<0){lower=0;upper=s2}else{lower=s2;upper=1}if(x<lower||x>upper)x=(lower+upper)/2;roots=temmeRootFinder(-lu,alpha);x=newtonRaphsonIterate(roots,x,lower,upper,32,100);return x}module.exports=temme2}));var require_ms=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var s=1e3;var m=s*60;var h=m*60;var d=h*24;var y=d*365.25;module.exports=function(val,options){options=options||{};var type=typeof val;if(type===`string`&&val.length>0)return parse(val);else if(type===`number`&&isNaN(val)===false)return options.long?fmtLong(val):fmtShort(val);throw new Error(`val is not a non-empty string or a valid number. val=`+JSON.stringify(val))};function parse(str){str=String(str);if(str.length>100)return;var match=/^((?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|years?|yrs?|y)?$/i.exec(str);if(!match)return;var n=parseFloat(match[1]);switch((match[2]||`ms`).toLowerCase()){case`years`:case`year`:case`yrs`:case`yr`:case`y`:return n*y;case`days`:case`day`:case`d`:return n*d;case`hours`:case`hour`:case`hrs`:case`hr`:case`h`:return n*h;case`minutes`:case`minute`:case`mins`:case`min`:case`m`:return n*m;case`seconds`:case`second`:case`secs`:case`sec`:case`s`:return n*s;case`milliseconds`:case`millisecond`:case`msecs`:case`msec`:case`ms`:return n;default:return}}function fmtShort(ms){if(ms>=d)return Math.round(ms/d)+`d`;if(ms>=h)return Math.round(ms/h)+`h`;if(ms>=m)return Math.round(ms/m)+`m`;if(ms>=s)return Math.round(ms/s)+`s`;return ms+`ms`}function fmtLong(ms){return plural(ms,d,`day`)||plural(ms,h,`hour`)||plural(ms,m,`minute`)||plural(ms,s,`second`)||ms+` ms`}function plural(ms,n,name){if(ms<n)return;if(ms<n*1.5)return Math.floor(ms/n)+` `+name;return Math.ceil(ms/n)+` `+name+`s`}}));var require_debug=/* @__PURE__ */ __commonJSMin(((exports,module)=>{exports=module.exports=createDebug.debug=createDebug[`default`]=createDebug;exports.coerce=coerce;exports.disable=disable;exports.enable=enable;exports.enabled=enabled;exports.humanize=require_ms();exports.names=[];exports.skips=[];exports.formatters={};var prevTime;function selectColor(namespace){var hash=0,i;for(i in namespace){hash=(hash<<5)-hash+namespace.charCodeAt(i);hash|=0}return exports.colors[Math.abs(hash)%exports.colors.length]}function createDebug(namespace){function debug(){if(!debug.enabled)return;var self=debug;var curr=+/* @__PURE__ */ new Date;self.diff=curr-(prevTime||curr);self.prev=prevTime;self.curr=curr;prevTime=curr;var args=new Array(arguments.length);for(var i=0;i<args.length;i++)args[i]=arguments[i];args[0]=exports.coerce(args[0]);if(`string`!==typeof args[0])args.unshift(`%O`);var index=0;args[0]=args[0].replace(/%([a-zA-Z%])/g,function(match,format){if(match===`%%`)return match;index++;var formatter=exports.formatters[format];if(`function`===typeof formatter){var val=args[index];match=formatter.call(self,val);args.splice(index,1);index--}return match});exports.formatArgs.call(self,args);(debug.log||exports.log||console.log.bind(console)).apply(self,args)}debug.namespace=namespace;debug.enabled=exports.enabled(namespace);debug.useColors=exports.useColors();debug.color=selectColor(namespace);if(`function`===typeof exports.init)exports.init(debug);return debug}function enable(namespaces){exports.save(namespaces);exports.names=[];exports.skips=[];var split=(typeof namespaces===`string`?namespaces:``).split(/[\s,]+/);var len=split.length;for(var i=0;i<len;i++){if(!split[i])continue;namespaces=split[i].replace(/\*/g,`.*?`);if(namespaces[0]===`-`)exports.skips.push(new RegExp(`^`+namespaces.substr(1)+`$`));else exports.names.push(new RegExp(`^`+namespaces+`$`))}}function disable(){exports.enable(``)}function enabled(name){var i=0,len=exports.skips.length;for(;i<len;i++)if(exports.skips[i].test(name))return false;for(i=0,len=exports.names.length;i<len;i++)if(exports.names[i].test(name))return true;return false}function coerce(val){if(val instanceof Error)return val.stack||val.message;return val}}));var require_browser=/* @__PURE__ */ __commonJSMin(((exports,module)=>{exports=module.exports=require_debug();exports.log=log;exports.formatArgs=formatArgs;exports.save=save;exports.load=load;exports.useColors=useColors;exports.storage=`undefined`!=typeof chrome&&`undefined`!=typeof chrome.storage?chrome.storage.local:localstorage();exports.colors=[`lightseagreen`,`forestgreen`,`goldenrod`,`dodgerblue`,`darkorchid`,`crimson`];function useColors(){if(typeof window!==`undefined`&&window.process&&window.process.type===`renderer`)return true;return typeof document!==`undefined`&&document.documentElement&&document.documentElement.style&&document.documentElement.style.WebkitAppearance||typeof window!==`undefined`&&window.console&&(window.console.firebug||window.console.exception&&window.console.table)||typeof navigator!==`undefined`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)&&parseInt(RegExp.$1,10)>=31||typeof navigator!==`undefined`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/)}exports.formatters.j=function(v){try{return JSON.stringify(v)}catch(err){return`[UnexpectedJSONParseError]: `+err.message}};function formatArgs(args){var useColors=this.useColors;args[0]=(useColors?`%c`:``)+this.namespace+(useColors?` %c`:` `)+args[0]+(useColors?`%c `:` `)+`+`+exports.humanize(this.diff);if(!useColors)return;var c=`color: `+this.color;args.splice(1,0,c,`color: inherit`);var index=0;var lastC=0;args[0].replace(/%[a-zA-Z%]/g,function(match){if(`%%`===match)return;index++;if(`%c`===match)lastC=index});args.splice(lastC,0,c)}function log(){return`object`===typeof console&&console.log&&Function.prototype.apply.call(console.log,console,arguments)}function save(namespaces){try{if(null==namespaces)exports.storage.removeItem(`debug`);else exports.storage.debug=namespaces}catch(e){}}function load(){var r;try{r=exports.storage.debug}catch(e){}if(!r&&typeof process!==`undefined`&&`env`in process)r=process.env.DEBUG;return r}exports.enable(load());function localstorage(){try{return window.localStorage}catch(e){}}}));var require_node=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var tty=__require(`tty`);var util=__require(`util`);exports=module.exports=require_debug();exports.init=init;exports.log=log;exports.formatArgs=formatArgs;exports.save=save;exports.load=load;exports.useColors=useColors;exports.colors=[6,2,3,4,5,1];exports.inspectOpts=Object.keys(process.env).filter(function(key){return/^debug_/i.test(key)}).reduce(function(obj,key){var prop=key.substring(6).toLowerCase().replace(/_([a-z])/g,function(_,k){return k.toUpperCase()});var val=process.env[key];if(/^(yes|on|true|enabled)$/i.test(val))val=true;else if(/^(no|off|false|disabled)$/i.test(val))val=false;else if(val===`null`)val=null;else val=Number(val);obj[prop]=val;return obj},{});var fd=parseInt(process.env.DEBUG_FD,10)||2;if(1!==fd&&2!==fd)util.deprecate(function(){},`except for stderr(2) and stdout(1), any other usage of DEBUG_FD is deprecated. Override debug.log if you want to use a different log function (https://git.io/debug_fd)`)();var stream=1===fd?process.stdout:2===fd?process.stderr:createWritableStdioStream(fd);function useColors(){return`colors`in exports.inspectOpts?Boolean(exports.inspectOpts.colors):tty.isatty(fd)}exports.formatters.o=function(v){this.inspectOpts.colors=this.useColors;return util.inspect(v,this.inspectOpts).split(`
`).map(function(str){return str.trim()}).join(` `)};exports.formatters.O=function(v){this.inspectOpts.colors=this.useColors;return util.inspect(v,this.inspectOpts)};function formatArgs(args){var name=this.namespace;if(this.useColors){var c=this.color;var prefix=`  \x1B[3`+c+`;1m`+name+` \x1B[0m`;args[0]=prefix+args[0].split(`
`).join(`
`+prefix);args.push(`\x1B[3`+c+`m+`+exports.humanize(this.diff)+`\x1B[0m`)}else args[0]=(/* @__PURE__ */ new Date()).toUTCString()+` `+name+` `+args[0]}function log(){return stream.write(util.format.apply(util,arguments)+`
`)}function save(namespaces){if(null==namespaces)delete process.env.DEBUG;else process.env.DEBUG=namespaces}function load(){return process.env.DEBUG}function createWritableStdioStream(fd){var stream;switch(process.binding(`tty_wrap`).guessHandleType(fd)){case`TTY`:stream=new tty.WriteStream(fd);stream._type=`tty`;if(stream._handle&&stream._handle.unref)stream._handle.unref();break;case`FILE`:stream=new(__require(`fs`)).SyncWriteStream(fd,{autoClose:false});stream._type=`fs`;break;case`PIPE`:case`TCP`:stream=new(__require(`net`)).Socket({fd,readable:false,writable:true});stream.readable=false;stream.read=null;stream._type=`pipe`;if(stream._handle&&stream._handle.unref)stream._handle.unref();break;default:throw new Error(`Implement me. Unknown stream file type!`)}stream.fd=fd;stream._isStdio=true;return stream}function init(debug){debug.inspectOpts={};var keys=Object.keys(exports.inspectOpts);for(var i=0;i<keys.length;i++)debug.inspectOpts[keys[i]]=exports.inspectOpts[keys[i]]}exports.enable(load())}));var require_src=/* @__PURE__ */ __commonJSMin(((exports,module)=>{if(typeof process!==`undefined`&&process.type===`renderer`)module.exports=require_browser();else module.exports=require_node()}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_main$7=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var isnan=require_lib$14();var isInfinite=require_lib$34();var cos=require_lib$29();var sin=require_lib$30();var abs=require_lib$28();var copysign=require_lib$35();var PI=require_lib$20();function sinpi(x){var ar;var r;if(isnan(x))return NaN;if(isInfinite(x))return NaN;r=x%2;ar=abs(r);if(ar===0||ar===1)return copysign(0,r);if(ar<.25)return sin(PI*r);if(ar<.75){ar=.5-ar;return copysign(cos(PI*ar),r)}if(ar<1.25){r=copysign(1,r)-r;return sin(PI*r)}if(ar<1.75){ar-=1.5;return-copysign(cos(PI*ar),r)}r-=copysign(2,r);return sin(PI*r)}module.exports=sinpi}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$10=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$7();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_a1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .06735230105312927;return .06735230105312927+x*(.007385550860814029+x*(.0011927076318336207+x*(.00022086279071390839+x*25214456545125733e-21)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_a2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .020580808432516733;return .020580808432516733+x*(.0028905138367341563+x*(.0005100697921535113+x*(.00010801156724758394+x*44864094961891516e-21)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_r=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 1.3920053346762105;return 1.3920053346762105+x*(.7219355475671381+x*(.17193386563280308+x*(.01864591917156529+x*(.0007779424963818936+x*7326684307446256e-21))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_s=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .21498241596060885;return .21498241596060885+x*(.325778796408931+x*(.14635047265246445+x*(.02664227030336386+x*(.0018402845140733772+x*3194753265841009e-20))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_t1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-.032788541075985965;return-.032788541075985965+x*(.006100538702462913+x*(-.0014034646998923284+x*.00031563207090362595))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_t2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .01797067508118204;return .01797067508118204+x*(-.0036845201678113826+x*(.000881081882437654+x*-.00031275416837512086))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_t3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-.010314224129834144;return-.010314224129834144+x*(.0022596478090061247+x*(-.0005385953053567405+x*.0003355291926355191))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_u=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .6328270640250934;return .6328270640250934+x*(1.4549225013723477+x*(.9777175279633727+x*(.22896372806469245+x*.013381091853678766)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_v=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 2.4559779371304113;return 2.4559779371304113+x*(2.128489763798934+x*(.7692851504566728+x*(.10422264559336913+x*.003217092422824239)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_w=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .08333333333333297;return .08333333333333297+x*(-.0027777777772877554+x*(.0007936505586430196+x*(-.00059518755745034+x*(.0008363399189962821+x*-.0016309293409657527))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The following copyright, license, and long comment were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/12.2.0/lib/msun/src/e_lgamma_r.c}. The implementation follows the original, but has been modified for JavaScript.
*
* ```text
* Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
*
* Developed at SunPro, a Sun Microsystems, Inc. business.
* Permission to use, copy, modify, and distribute this
* software is freely granted, provided that this notice
* is preserved.
* ```
*/
var require_main$6=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var isnan=require_lib$14();var isInfinite=require_lib$34();var abs=require_lib$28();var ln=require_lib$32();var trunc=require_lib$36();var sinpi=require_lib$10();var PI=require_lib$20();var PINF=require_lib$37();var polyvalA1=require_polyval_a1();var polyvalA2=require_polyval_a2();var polyvalR=require_polyval_r();var polyvalS=require_polyval_s();var polyvalT1=require_polyval_t1();var polyvalT2=require_polyval_t2();var polyvalT3=require_polyval_t3();var polyvalU=require_polyval_u();var polyvalV=require_polyval_v();var polyvalW=require_polyval_w();var A1C=.07721566490153287;var A2C=.3224670334241136;var RC=1;var SC=-.07721566490153287;var T1C=.48383612272381005;var T2C=-.1475877229945939;var T3C=.06462494023913339;var UC=-.07721566490153287;var VC=1;var WC=.4189385332046727;var YMIN=1.4616321449683622;var TWO52=4503599627370496;var TWO56=72057594037927940;var TINY=13877787807814457e-33;var TC=1.4616321449683622;var TF=-.12148629053584961;var TT=-3638676997039505e-33;function gammaln(x){var isNegative;var nadj;var flg;var p3;var p2;var p1;var p;var q;var t;var w;var y;var z;var r;if(isnan(x)||isInfinite(x))return x;if(x===0)return PINF;if(x<0){isNegative=true;x=-x}else isNegative=false;if(x<TINY)return-ln(x);if(isNegative){if(x>=TWO52)return PINF;t=sinpi(x);if(t===0)return PINF;nadj=ln(PI/abs(t*x))}if(x===1||x===2)return 0;if(x<2){if(x<=.9){r=-ln(x);if(x>=YMIN-1+.27){y=1-x;flg=0}else if(x>=YMIN-1-.27){y=x-(TC-1);flg=1}else{y=x;flg=2}}else{r=0;if(x>=YMIN+.27){y=2-x;flg=0}else if(x>=YMIN-.27){y=x-TC;flg=1}else{y=x-1;flg=2}}switch(flg){case 0:z=y*y;p1=A1C+z*polyvalA1(z);p2=z*(A2C+z*polyvalA2(z));p=y*p1+p2;r+=p-.5*y;break;case 1:z=y*y;w=z*y;p1=T1C+w*polyvalT1(w);p2=T2C+w*polyvalT2(w);p3=T3C+w*polyvalT3(w);p=z*p1-(TT-w*(p2+y*p3));r+=TF+p;break;case 2:p1=y*(UC+y*polyvalU(y));p2=VC+y*polyvalV(y);r+=-.5*y+p1/p2}}else if(x<8){flg=trunc(x);y=x-flg;p=y*(SC+y*polyvalS(y));q=RC+y*polyvalR(y);r=.5*y+p/q;z=1;switch(flg){case 7:z*=y+6;case 6:z*=y+5;case 5:z*=y+4;case 4:z*=y+3;case 3:z*=y+2;r+=ln(z)}}else if(x<TWO56){t=ln(x);z=1/x;y=z*z;w=WC+z*polyvalW(y);r=(x-.5)*(t-1)+w}else r=x*(ln(x)-1);if(isNegative)r=nadj-r;return r}module.exports=gammaln}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$9=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$6();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$8=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var FLOAT32_MAX=34028234663852886e22;module.exports=FLOAT32_MAX}));
/**
* @license Apache-2.0
*
* Copyright (c) 2025 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_tgamma_i_large_x_series=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function tgammaILargeXSeries(a1,x1){var result=1;var a=a1;var x=x1;return next;function next(){var r=result;result*=a/x;a-=1;return r}}module.exports=tgammaILargeXSeries}));
/**
* @license Apache-2.0
*
* Copyright (c) 2025 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_tgamma_i_large_x=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var sumSeries=require_lib$38();var tgammaILargeXSeries=require_tgamma_i_large_x_series();function tgammaILargeX(a,x){return sumSeries(tgammaILargeXSeries(a,x))}module.exports=tgammaILargeX}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_finite_gamma_q=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var exp=require_lib$31();function finiteGammaQ(a,x){var term;var sum;var e;var n;e=exp(-x);sum=e;if(sum!==0){term=sum;for(n=1;n<a;++n){term/=n;term*=x;sum+=term}}return sum}module.exports=finiteGammaQ}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_finite_half_gamma_q=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var erfc=require_lib$39();var sqrt=require_lib$16();var exp=require_lib$31();var PI=require_lib$20();function finiteHalfGammaQ(a,x){var half;var term;var sum;var e;var n;e=erfc(sqrt(x));if(e!==0&&a>1){term=exp(-x)/sqrt(PI*x);term*=x;half=.5;term/=half;sum=term;for(n=2;n<a;++n){term/=n-half;term*=x;sum+=term}e+=sum}return e}module.exports=finiteHalfGammaQ}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_full_igamma_prefix=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var exp=require_lib$31();var pow=require_lib$21();var ln=require_lib$32();var MAX_LN=require_lib$40();var MIN_LN=require_lib$41();function fullIGammaPrefix(a,z){var prefix;var alz=a*ln(z);if(z>=1){if(alz<MAX_LN&&-z>MIN_LN)prefix=pow(z,a)*exp(-z);else if(a>=1)prefix=pow(z/exp(z/a),a);else prefix=exp(alz-z)}else if(alz>MIN_LN)prefix=pow(z,a)*exp(-z);else if(z/a<MAX_LN)prefix=pow(z/exp(z/a),a);else prefix=exp(alz-z);return prefix}module.exports=fullIGammaPrefix}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c0=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-.3333333333333333;return-.3333333333333333+x*(.08333333333333333+x*(-.014814814814814815+x*(.0011574074074074073+x*(.0003527336860670194+x*(-.0001787551440329218+x*(3919263178522438e-20+x*(-21854485106799924e-22+x*(-185406221071516e-20+x*(8.296711340953087e-7+x*(-1.7665952736826078e-7+x*(6.707853543401498e-9+x*(1.0261809784240309e-8+x*(-4.382036018453353e-9+x*914769958223679e-24)))))))))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-.001851851851851852;return-.001851851851851852+x*(-.003472222222222222+x*(.0026455026455026454+x*(-.0009902263374485596+x*(.00020576131687242798+x*(-4.018775720164609e-7+x*(-18098550334489977e-21+x*(764916091608111e-20+x*(-16120900894563446e-22+x*(4.647127802807434e-9+x*(1.378633446915721e-7+x*(-5.752545603517705e-8+x*1.1951628599778148e-8)))))))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .004133597883597883;return .004133597883597883+x*(-.0026813271604938273+x*(.0007716049382716049+x*(20093878600823047e-22+x*(-.00010736653226365161+x*(52923448829120125e-21+x*(-12760635188618728e-21+x*(3.423578734096138e-8+x*(13721957309062932e-22+x*(-6.298992138380055e-7+x*1.4280614206064242e-7)))))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .0006494341563786008;return .0006494341563786008+x*(.00022947209362139917+x*(-.0004691894943952557+x*(.00026772063206283885+x*(-7561801671883977e-20+x*(-2.396505113867297e-7+x*(11082654115347302e-21+x*(-56749528269915965e-22+x*14230900732435883e-22)))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c4=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-.0008618882909167117;return-.0008618882909167117+x*(.0007840392217200666+x*(-.0002990724803031902+x*(-14638452578843418e-22+x*(6641498215465122e-20+x*(-3968365047179435e-20+x*11375726970678419e-21)))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c5=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-.00033679855336635813;return-.00033679855336635813+x*(-6972813758365858e-20+x*(.0002772753244959392+x*(-.00019932570516188847+x*(6797780477937208e-20+x*(1.419062920643967e-7+x*(-13594048189768693e-21+x*(8018470256334202e-21+x*-2291481176508095e-21)))))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c6=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .0005313079364639922;return .0005313079364639922+x*(-.0005921664373536939+x*(.0002708782096718045+x*(7.902353232660328e-7+x*(-8153969367561969e-20+x*(561168275310625e-19+x*-18329116582843375e-21)))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c7=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .00034436760689237765;return .00034436760689237765+x*(5171790908260592e-20+x*(-.00033493161081142234+x*(.0002812695154763237+x*-.00010976582244684731)))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c8=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return-.0006526239185953094;return-.0006526239185953094+x*(.0008394987206720873+x*-.000438297098541721)}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_igamma_temme_large=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var evalpoly=require_lib$19();var log1pmx=require_lib$42();var erfc=require_lib$39();var sqrt=require_lib$16();var exp=require_lib$31();var TWO_PI=require_lib$43();var polyvalC0=require_polyval_c0();var polyvalC1=require_polyval_c1();var polyvalC2=require_polyval_c2();var polyvalC3=require_polyval_c3();var polyvalC4=require_polyval_c4();var polyvalC5=require_polyval_c5();var polyvalC6=require_polyval_c6();var polyvalC7=require_polyval_c7();var polyvalC8=require_polyval_c8();var workspace=[0,0,0,0,0,0,0,0,0,0];function igammaTemmeLarge(a,x){var result;var sigma;var phi;var y;var z;sigma=(x-a)/a;phi=-log1pmx(sigma);y=a*phi;z=sqrt(2*phi);if(x<a)z=-z;workspace[0]=polyvalC0(z);workspace[1]=polyvalC1(z);workspace[2]=polyvalC2(z);workspace[3]=polyvalC3(z);workspace[4]=polyvalC4(z);workspace[5]=polyvalC5(z);workspace[6]=polyvalC6(z);workspace[7]=polyvalC7(z);workspace[8]=polyvalC8(z);workspace[9]=-.0005967612901927463;result=evalpoly(workspace,1/a);result*=exp(-y)/sqrt(TWO_PI*a);if(x<a)result=-result;result+=erfc(sqrt(y))/2;return result}module.exports=igammaTemmeLarge}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_lower_incomplete_gamma_series=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function lowerIncompleteGammaSeries(a1,z1){var result=1;var a=a1;var z=z1;return next;function next(){var r=result;a+=1;result*=z/a;return r}}module.exports=lowerIncompleteGammaSeries}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_lower_gamma_series=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var sumSeries=require_lib$38();var lowerIncompleteGammaSeries=require_lower_incomplete_gamma_series();function lowerGammaSeries(a,z,initialValue){var result;var s;initialValue=initialValue||0;s=lowerIncompleteGammaSeries(a,z);result=sumSeries(s,{"initialValue":initialValue});return result}module.exports=lowerGammaSeries}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_pq=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return Infinity;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=709811.662581658+x*(679979.8474157227+x*(293136.7857211597+x*(74887.54032914672+x*(12555.290582413863+x*(1443.4299244417066+x*(115.24194596137347+x*(6.309239205732627+x*(.22668404630224365+x*(.004826466289237662+x*4624429436045379e-20)))))))));s2=0+x*(362880+x*(1026576+x*(1172700+x*(723680+x*(269325+x*(63273+x*(9450+x*(870+x*(45+x*1)))))))))}else{x=1/x;s1=4624429436045379e-20+x*(.004826466289237662+x*(.22668404630224365+x*(6.309239205732627+x*(115.24194596137347+x*(1443.4299244417066+x*(12555.290582413863+x*(74887.54032914672+x*(293136.7857211597+x*(679979.8474157227+x*709811.662581658)))))))));s2=1+x*(45+x*(870+x*(9450+x*(63273+x*(269325+x*(723680+x*(1172700+x*(1026576+x*(362880+x*0)))))))))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/lanczos.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_main$5=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gammaLanczosSumExpGScaled=require_rational_pq();module.exports=gammaLanczosSumExpGScaled}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$7=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$5();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006-7, 2013-14.
* Copyright Paul A. Bristow 2007, 2013-14.
* Copyright Nikhar Agrawal 2013-14.
* Copyright Christopher Kormanyos 2013-14.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_regularised_gamma_prefix=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var lanczosSumExpGScaled=require_lib$7();var gammaln=require_lib$9();var gamma=require_lib$44();var log1pmx=require_lib$42();var sqrt=require_lib$16();var abs=require_lib$28();var exp=require_lib$31();var pow=require_lib$21();var max=require_lib$45();var min=require_lib$46();var ln=require_lib$32();var FLOAT64_MAX=require_lib$33();var MAX_LN=require_lib$40();var MIN_LN=require_lib$41();var G=require_lib$47();var E=require_lib$48();function regularisedGammaPrefix(a,z){var prefix;var amza;var agh;var alz;var amz;var sq;var d;agh=a+G-.5;d=(z-a-G+.5)/agh;if(a<1){if(z<=MIN_LN||a<1/FLOAT64_MAX)return exp(a*ln(z)-z-gammaln(a));return pow(z,a)*exp(-z)/gamma(a)}if(abs(d*d*a)<=100&&a>150){prefix=a*log1pmx(d)+z*(.5-G)/agh;prefix=exp(prefix)}else{alz=a*ln(z/agh);amz=a-z;if(min(alz,amz)<=MIN_LN||max(alz,amz)>=MAX_LN){amza=amz/a;if(min(alz,amz)/2>MIN_LN&&max(alz,amz)/2<MAX_LN){sq=pow(z/agh,a/2)*exp(amz/2);prefix=sq*sq}else if(min(alz,amz)/4>MIN_LN&&max(alz,amz)/4<MAX_LN&&z>a){sq=pow(z/agh,a/4)*exp(amz/4);prefix=sq*sq;prefix*=prefix}else if(amza>MIN_LN&&amza<MAX_LN)prefix=pow(z*exp(amza)/agh,a);else prefix=exp(alz+amz)}else prefix=pow(z/agh,a)*exp(amz)}prefix*=sqrt(agh/E)/lanczosSumExpGScaled(a);return prefix}module.exports=regularisedGammaPrefix}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_p1q1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return-.01803556856784494;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=-.01803556856784494+x*(.02512664961998968+x*(.049410315156753225+x*(.0172491608709614+x*(-.0002594535632054381+x*(-.0005410098692152044+x*(-3245886498259485e-20+x*0))))));s2=1+x*(1.962029871977952+x*(1.4801966942423133+x*(.5413914320717209+x*(.09885042511280101+x*(.008213096746488934+x*(.00022493629192211576+x*-2.2335276320861708e-7))))))}else{x=1/x;s1=0+x*(-3245886498259485e-20+x*(-.0005410098692152044+x*(-.0002594535632054381+x*(.0172491608709614+x*(.049410315156753225+x*(.02512664961998968+x*-.01803556856784494))))));s2=-2.2335276320861708e-7+x*(.00022493629192211576+x*(.008213096746488934+x*(.09885042511280101+x*(.5413914320717209+x*(1.4801966942423133+x*(1.962029871977952+x*1))))))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_p2q2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return .04906224540690395;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=.04906224540690395+x*(-.09691175301595212+x*(-.4149833583594954+x*(-.4065671242119384+x*(-.1584135863906922+x*(-.024014982064857155+x*-.0010034668769627955)))));s2=1+x*(3.0234982984646304+x*(3.4873958536072385+x*(1.9141558827442668+x*(.5071377386143635+x*(.05770397226904519+x*.001957681026011072)))))}else{x=1/x;s1=-.0010034668769627955+x*(-.024014982064857155+x*(-.1584135863906922+x*(-.4065671242119384+x*(-.4149833583594954+x*(-.09691175301595212+x*.04906224540690395)))));s2=.001957681026011072+x*(.05770397226904519+x*(.5071377386143635+x*(1.9141558827442668+x*(3.4873958536072385+x*(3.0234982984646304+x*1)))))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2024 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_p3q3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return-.029232972183027003;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=-.029232972183027003+x*(.14421626775719232+x*(-.14244039073863127+x*(.05428096940550536+x*(-.008505359768683364+x*(.0004311713426792973+x*0)))));s2=1+x*(-1.5016935605448505+x*(.846973248876495+x*(-.22009515181499575+x*(.02558279715597587+x*(-.0010066679553914337+x*-8.271935218912905e-7)))))}else{x=1/x;s1=0+x*(.0004311713426792973+x*(-.008505359768683364+x*(.05428096940550536+x*(-.14244039073863127+x*(.14421626775719232+x*-.029232972183027003)))));s2=-8.271935218912905e-7+x*(-.0010066679553914337+x*(.02558279715597587+x*(-.22009515181499575+x*(.846973248876495+x*(-1.5016935605448505+x*1)))))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_85_0/boost/math/special_functions/detail/lgamma_small.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006-7, 2013-14.
* (C) Copyright Paul A. Bristow 2007, 2013-14.
* (C) Copyright Nikhar Agrawal 2013-14.
* (C) Copyright Christopher Kormanyos 2013-14.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_lgamma_small_imp=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var ln=require_lib$32();var EPS=require_lib$49();var rateval1=require_rational_p1q1();var rateval2=require_rational_p2q2();var rateval3=require_rational_p3q3();var Y1=.15896368026733398;var Y2=.5281534194946289;var Y3=.45201730728149414;function lgammaSmallImp(z,zm1,zm2){var prefix;var result;var r;var R;if(z<EPS)return-ln(z);if(zm1===0||zm2===0)return 0;result=0;if(z>2){if(z>=3){do{z-=1;zm2-=1;result+=ln(z)}while(z>=3);zm2=z-2}r=zm2*(z+1);R=rateval1(zm2);result+=r*Y1+r*R;return result}if(z<1){result+=-ln(z);zm2=zm1;zm1=z;z+=1}if(z<=1.5){r=rateval2(zm1);prefix=zm1*zm2;result+=prefix*Y2+prefix*r;return result}r=zm2*zm1;R=rateval3(-zm2);result+=r*Y3+r*R;return result}module.exports=lgammaSmallImp}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_85_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006-7, 2013-14.
* (C) Copyright Paul A. Bristow 2007, 2013-14.
* (C) Copyright Nikhar Agrawal 2013-14.
* (C) Copyright Christopher Kormanyos 2013-14.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_main$4=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gamma=require_lib$44();var expm1=require_lib$23();var log1p=require_lib$50();var isnan=require_lib$14();var lgammaSmallImp=require_lgamma_small_imp();function gamma1pm1(x){if(isnan(x))return NaN;if(x<0){if(x<-.5)return gamma(1+x)-1;return expm1(-log1p(x)+lgammaSmallImp(x+2,x+1,x))}if(x<2)return expm1(lgammaSmallImp(x+1,x,x-1));return gamma(1+x)-1}module.exports=gamma1pm1}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$6=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gamma1pm1=require_main$4();module.exports=gamma1pm1}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_small_gamma2_series=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function smallGamma2Series(a,x){var result;var apn;var n;var r;result=-x;x=-x;apn=a+1;n=1;return next;function next(){r=result/apn;result*=x;n+=1;result/=n;apn+=1;return r}}module.exports=smallGamma2Series}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_tgamma_small_upper_part=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var powm1=require_lib$51();var sumSeries=require_lib$38();var gamma1pm1=require_lib$6();var smallGamma2Series=require_small_gamma2_series();function tgammaSmallUpperPart(a,x,invert){var initialValue;var result;var pgam;var p;var s;result=gamma1pm1(a);pgam=(result+1)/a;p=powm1(x,a);result-=p;result/=a;s=smallGamma2Series(a,x);p+=1;initialValue=invert?pgam:0;result=-p*sumSeries(s,{"initialValue":(initialValue-result)/p});if(invert)result=-result;return[result,pgam]}module.exports=tgammaSmallUpperPart}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_upper_incomplete_gamma_fract=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function upperIncompleteGammaFract(a1,z1){var z=z1-a1+1;var a=a1;var k=0;return next;function next(){k+=1;z+=2;return[k*(a-k),z]}}module.exports=upperIncompleteGammaFract}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_upper_gamma_fraction=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var continuedFraction=require_lib$52();var upperIncompleteGammaFract=require_upper_incomplete_gamma_fract();function upperGammaFraction(a,z){var f=upperIncompleteGammaFract(a,z);return 1/(z-a+1+continuedFraction(f))}module.exports=upperGammaFraction}));
/**
* @license Apache-2.0
*
* Copyright (c) 2025 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
* (C) Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_igamma_final=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var floor=require_lib$25();var gamma=require_lib$44();var abs=require_lib$28();var pow=require_lib$21();var ln=require_lib$32();var SQRT_EPSILON=require_lib$53();var FLOAT64_MAX=require_lib$33();var MAX_LN=require_lib$40();var tgammaILargeX=require_tgamma_i_large_x();var finiteGammaQ=require_finite_gamma_q();var finiteHalfGammaQ=require_finite_half_gamma_q();var fullIGammaPrefix=require_full_igamma_prefix();var igammaTemmeLarge=require_igamma_temme_large();var lowerGammaSeries=require_lower_gamma_series();var regularisedGammaPrefix=require_regularised_gamma_prefix();var tgammaSmallUpperPart=require_tgamma_small_upper_part();var upperGammaFraction=require_upper_gamma_fraction();function igammaFinal(x,a,regularized,upper){var optimisedInvert;var evalMethod;var isHalfInt;var initValue;var useTemme;var isSmallA;var result;var invert;var isInt;var sigma;var res;var gam;var fa;var g;result=0;invert=upper;isSmallA=a<30&&a<=x+1&&x<MAX_LN;if(isSmallA){fa=floor(a);isInt=fa===a;isHalfInt=isInt?false:abs(fa-a)===.5}else{isInt=false;isHalfInt=false}if(isInt&&x>.6){invert=!invert;evalMethod=0}else if(isHalfInt&&x>.2){invert=!invert;evalMethod=1}else if(x<SQRT_EPSILON&&a>1)evalMethod=6;else if(x>1e3&&(a<x||abs(a-50)/x<1)){invert=!invert;evalMethod=7}else if(x<.5){if(-.4/ln(x)<a)evalMethod=2;else evalMethod=3}else if(x<1.1){if(x*.75<a)evalMethod=2;else evalMethod=3}else{useTemme=false;if(regularized&&a>20){sigma=abs((x-a)/a);if(a>200){if(20/a>sigma*sigma)useTemme=true}else if(sigma<.4)useTemme=true}if(useTemme)evalMethod=5;else if(x-1/(3*x)<a)evalMethod=2;else{evalMethod=4;invert=!invert}}switch(evalMethod){case 0:result=finiteGammaQ(a,x);if(regularized===false)result*=gamma(a);break;case 1:result=finiteHalfGammaQ(a,x);if(regularized===false)result*=gamma(a);break;case 2:result=regularized?regularisedGammaPrefix(a,x):fullIGammaPrefix(a,x);if(result!==0){initValue=0;optimisedInvert=false;if(invert){initValue=regularized?1:gamma(a);if(regularized||result>=1||FLOAT64_MAX*result>initValue){initValue/=result;if(regularized||a<1||FLOAT64_MAX/a>initValue){initValue*=-a;optimisedInvert=true}else initValue=0}else initValue=0}result*=lowerGammaSeries(a,x,initValue)/a;if(optimisedInvert){invert=false;result=-result}}break;case 3:invert=!invert;res=tgammaSmallUpperPart(a,x,invert);result=res[0];g=res[1];invert=false;if(regularized)result/=g;break;case 4:result=regularized?regularisedGammaPrefix(a,x):fullIGammaPrefix(a,x);if(result!==0)result*=upperGammaFraction(a,x);break;case 5:result=igammaTemmeLarge(a,x);if(x>=a)invert=!invert;break;case 6:result=regularized?pow(x,a)/gamma(a+1):pow(x,a)/a;result*=1-a*x/(a+1);break;case 7:result=regularized?regularisedGammaPrefix(a,x):fullIGammaPrefix(a,x);result/=x;if(result!==0)result*=tgammaILargeX(a,x)}if(regularized&&result>1)result=1;if(invert){gam=regularized?1:gamma(a);result=gam-result}return result}module.exports=igammaFinal}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006-7, 2013-14.
* (C) Copyright Paul A. Bristow 2007, 2013-14.
* (C) Copyright Nikhar Agrawal 2013-14.
* (C) Christopher Kormanyos 2013-14.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_main$3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gammaln=require_lib$9();var exp=require_lib$31();var ln=require_lib$32();var SQRT_TWO_PI=require_lib$54();var MAX_LN=require_lib$40();var PINF=require_lib$37();var FLOAT64_MAX_NTH_FACTORIAL=require_lib$55();var igammaFinal=require_igamma_final();var lowerGammaSeries=require_lower_gamma_series();var upperGammaFraction=require_upper_gamma_fraction();function gammainc(x,a,regularized,upper){var normalized;var initValue;var invert;var result;if(x<0||a<=0)return NaN;normalized=regularized===void 0?true:regularized;invert=upper;if(a>=FLOAT64_MAX_NTH_FACTORIAL&&!normalized){if(invert&&a*4<x){result=a*ln(x)-x;result+=ln(upperGammaFraction(a,x))}else if(!invert&&a>4*x){result=a*ln(x)-x;initValue=0;result+=ln(lowerGammaSeries(a,x,initValue)/a)}else{result=igammaFinal(x,a,true,invert);if(result===0){if(invert){result=1+1/(12*a)+1/(288*a*a);result=ln(result)-a+(a-.5)*ln(a);result+=ln(SQRT_TWO_PI)}else{result=a*ln(x)-x;initValue=0;result+=ln(lowerGammaSeries(a,x,initValue)/a)}}else result=ln(result)+gammaln(a)}if(result>MAX_LN)return PINF;return exp(result)}return igammaFinal(x,a,normalized,invert)}module.exports=gammainc}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$5=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$3();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_higher_newton=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var logger=require_src();var gammainc=require_lib$5();var abs=require_lib$28();var exp=require_lib$31();var ln=require_lib$32();var MAX_FLOAT32=require_lib$8();var debug=logger(`gammaincinv:higher_newton`);function higherNewton(x0,a,m,p,q,lgama,invfp,pcase){var dlnr;var xini;var ck0;var ck1;var ck2;var a2;var x2;var px;var qx;var xr;var t;var n;var r;var x=x0;t=1;n=1;a2=a*a;xini=x0;do{x=x0;x2=x*x;if(m===0){dlnr=(1-a)*ln(x)+x+lgama;if(dlnr>ln(MAX_FLOAT32)){debug(`Warning: overflow problems in one or more steps of the computation. The initial approximation to the root is returned.`);return xini}r=exp(dlnr)}else r=-invfp*x;if(pcase){px=gammainc(x,a,true,false);ck0=-r*(px-p)}else{qx=gammainc(x,a,true,true);ck0=r*(qx-q)}r=ck0;if(p>1e-120||n>1){ck1=.5*(x-a+1)/x;ck2=(2*x2-4*x*a+4*x+2*a2-3*a+1)/x2;ck2/=6;x0=x+r*(1+r*(ck1+r*ck2))}else x0=x+r;t=abs(x/x0-1);n+=1;x=x0;if(x<0){x=xini;n=100}}while(t>2e-14&&n<35);if(t>2e-14||n>99)debug(`Warning: the number of iterations in the Newton method reached the upper limit N=35. The last value obtained for the root is given as output.`);xr=x||0;return xr}module.exports=higherNewton}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_ak1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 0;return 0+x*(1+x*(1+x*(1.5+x*(2.6666666666666665+x*(5.208333333333333+x*10.8)))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_ak2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return 1;return 1+x*(1+x*(.3333333333333333+x*(.027777777777777776+x*(-.003703703703703704+x*(.0002314814814814815+x*5878894767783657e-20)))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lambdaeta=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var abs=require_lib$28();var exp=require_lib$31();var ln=require_lib$32();var evalpoly=require_lib$19();var polyvalAK1=require_polyval_ak1();var polyvalAK2=require_polyval_ak2();var THRESHOLD=1e-8;var ONEO12=.08333333333333333;var ONEO120=.008333333333333333;var AK=[1,0,0,0,0,0];function lambdaeta(eta){var L2;var L3;var L4;var L5;var la;var L;var q;var r;var s=eta*eta*.5;if(eta===0)la=0;else if(eta<-1){r=exp(-1-s);la=polyvalAK1(r)}else if(eta<1){r=eta;la=polyvalAK2(r)}else{r=11+s;L=ln(r);la=r+L;r=1/r;L2=L*L;L3=L2*L;L4=L3*L;L5=L4*L;AK[1]=(2-L)*.5;AK[2]=(-9*L+6+2*L2)/6;AK[3]=-(3*L3+36*L-22*L2-12)*ONEO12;AK[4]=(60+350*L2-300*L-125*L3+12*L4)/60;AK[5]=-(-120-274*L4+900*L-1700*L2+1125*L3+20*L5)*ONEO120;la+=L*r*evalpoly(AK,r)}r=1;if(eta>-3.5&&eta<-.03||eta>.03&&eta<40){r=1;q=la;do{la=q*(s+ln(q))/(q-1);r=abs(q/la-1);q=la}while(r>THRESHOLD)}return la}module.exports=lambdaeta}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$4=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var LN_SQRT_TWO_PI=.9189385332046728;module.exports=LN_SQRT_TWO_PI}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_chepolsum=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var A=[1.9963790515900766,-.0017971032528832887,13129285796384672e-21,-2.340875228178749e-7,7.2291210671127e-9,-3280997607821e-22,19875070901e-21,-1509214183e-21,1375340084e-22,-145728923e-22,17532367e-22,-2351465e-22,346551e-22,-55471e-22,9548e-22,-1748e-22,332e-22,-58e-22];function chepolsum(n,t){var tt;var u0;var u1;var u2;var k;u0=0;u1=0;tt=t+t;k=n;do{u2=u1;u1=u0;u0=tt*u1-u2+A[k];k-=1}while(k>=0);return(u0-u2)/2}module.exports=chepolsum}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_c=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .025721014990011306;return .025721014990011306+x*(.08247596616699963+x*(-.0025328157302663564+x*(.0006099292666946337+x*(-.00033543297638406+x*.000250505279903))))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_polyval_d=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalpoly(x){if(x===0)return .08333333333333333;return .08333333333333333+x*(-.002777777777777778+x*(.0007936507936507937+x*-.0005952380952380953))}module.exports=evalpoly}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_stirling=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gammaln=require_lib$9();var ln=require_lib$32();var LN_SQRT_TWO_PI=require_lib$4();var SMALLEST_FLOAT32=require_lib$56();var MAX_FLOAT32=require_lib$8();var chepolsum=require_chepolsum();var polyvalC=require_polyval_c();var polyvalD=require_polyval_d();var C6=.30865217988013566;function stirling(x){var z;if(x<SMALLEST_FLOAT32)return MAX_FLOAT32;if(x<1)return gammaln(x+1)-(x+.5)*ln(x)+x-LN_SQRT_TWO_PI;if(x<2)return gammaln(x)-(x-.5)*ln(x)+x-LN_SQRT_TWO_PI;if(x<3)return gammaln(x-1)-(x-.5)*ln(x)+x-LN_SQRT_TWO_PI+ln(x-1);if(x<12){z=18/(x*x)-1;return chepolsum(17,z)/(12*x)}z=1/(x*x);if(x<1e3)return polyvalC(z)/(C6+z)/x;return polyvalD(z)/x}module.exports=stirling}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_gamstar=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var exp=require_lib$31();var gamma=require_lib$44();var ln=require_lib$32();var FLOAT32_MAX=require_lib$8();var SQRT_TWO_PI=require_lib$54();var stirling=require_stirling();function gamstar(x){if(x>=3)return exp(stirling(x));if(x>0)return gamma(x)/(exp(-x+(x-.5)*ln(x))*SQRT_TWO_PI);return FLOAT32_MAX}module.exports=gamstar}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak0bk0=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return-.3333333333438;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=-.3333333333438+x*(-.2070740359969+x*(-.05041806657154+x*(-.004923635739372+x*-4293658292782e-17)));s2=1+x*(.7045554412463+x*(.2118190062224+x*(.03048648397436+x*.001605037988091)))}else{x=1/x;s1=-4293658292782e-17+x*(-.004923635739372+x*(-.05041806657154+x*(-.2070740359969+x*-.3333333333438)));s2=.001605037988091+x*(.03048648397436+x*(.2118190062224+x*(.7045554412463+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_eps1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var abs=require_lib$28();var ln=require_lib$32();var lambdaeta=require_lambdaeta();var rateval=require_rational_ak0bk0();function eps1(eta){var la;if(abs(eta)<1)return rateval(eta);la=lambdaeta(eta);return ln(eta/(la-1))/eta}module.exports=eps1}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak1bk1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return-.0172847633523;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=-.0172847633523+x*(-.0159372646475+x*(-.00464910887221+x*(-.00060683488776+x*-614830384279e-17)));s2=1+x*(.764050615669+x*(.297143406325+x*(.0579490176079+x*.00574558524851)))}else{x=1/x;s1=-614830384279e-17+x*(-.00060683488776+x*(-.00464910887221+x*(-.0159372646475+x*-.0172847633523)));s2=.00574558524851+x*(.0579490176079+x*(.297143406325+x*(.764050615669+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak2bk2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return-.0172839517431;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=-.0172839517431+x*(-.0146362417966+x*(-.00357406772616+x*(-.000391032032692+x*249634036069e-17)));s2=1+x*(.690560400696+x*(.249962384741+x*(.0443843438769+x*.00424073217211)))}else{x=1/x;s1=249634036069e-17+x*(-.000391032032692+x*(-.00357406772616+x*(-.0146362417966+x*-.0172839517431)));s2=.00424073217211+x*(.0443843438769+x*(.249962384741+x*(.690560400696+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak3bk3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return .99994466948;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=.99994466948+x*(104.649839762+x*(857.204033806+x*(731.901559577+x*45.5174411671)));s2=1+x*(104.526456943+x*(823.313447808+x*(3119.93802124+x*3970.03311219)))}else{x=1/x;s1=45.5174411671+x*(731.901559577+x*(857.204033806+x*(104.649839762+x*.99994466948)));s2=3970.03311219+x*(3119.93802124+x*(823.313447808+x*(104.526456943+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_eps2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var ln=require_lib$32();var rateval1=require_rational_ak1bk1();var rateval2=require_rational_ak2bk2();var rateval3=require_rational_ak3bk3();function eps2(eta){var lnmeta;var x;if(eta<-5){x=eta*eta;lnmeta=ln(-eta);return(12-x-6*(lnmeta*lnmeta))/(12*x*eta)}if(eta<-2)return rateval1(eta);if(eta<2)return rateval2(eta);if(eta<1e3){x=1/eta;return rateval3(eta)/(-12*eta)}return-1/(12*eta)}module.exports=eps2}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak4bk4=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return .0495346498136;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=.0495346498136+x*(.0299521337141+x*(.00688296911516+x*(.000512634846317+x*-201411722031e-16)));s2=1+x*(.759803615283+x*(.261547111595+x*(.0464854522477+x*.00403751193496)))}else{x=1/x;s1=-201411722031e-16+x*(.000512634846317+x*(.00688296911516+x*(.0299521337141+x*.0495346498136)));s2=.00403751193496+x*(.0464854522477+x*(.261547111595+x*(.759803615283+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak5bk5=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return .00452313583942;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=.00452313583942+x*(.00120744920113+x*(-789724156582e-16+x*(-504476066942e-16+x*-535770949796e-17)));s2=1+x*(.912203410349+x*(.405368773071+x*(.0901638932349+x*.00948935714996)))}else{x=1/x;s1=-535770949796e-17+x*(-504476066942e-16+x*(-789724156582e-16+x*(.00120744920113+x*.00452313583942)));s2=.00948935714996+x*(.0901638932349+x*(.405368773071+x*(.912203410349+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak6bk6=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return .00439937562904;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=.00439937562904+x*(.000487225670639+x*(-.000128470657374+x*(529110969589e-17+x*1.5716677175e-7)));s2=1+x*(.794435257415+x*(.333094721709+x*(.0703527806143+x*.00806110846078)))}else{x=1/x;s1=1.5716677175e-7+x*(529110969589e-17+x*(-.000128470657374+x*(.000487225670639+x*.00439937562904)));s2=.00806110846078+x*(.0703527806143+x*(.333094721709+x*(.794435257415+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak7bk7=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return-.0011481191232;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=-.0011481191232+x*(-.112850923276+x*(1.51623048511+x*(-.218472031183+x*.0730002451555)));s2=1+x*(14.2482206905+x*(69.7360396285+x*(218.938950816+x*277.067027185)))}else{x=1/x;s1=.0730002451555+x*(-.218472031183+x*(1.51623048511+x*(-.112850923276+x*-.0011481191232)));s2=277.067027185+x*(218.938950816+x*(69.7360396285+x*(14.2482206905+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_rational_ak8bk8=/* @__PURE__ */ __commonJSMin(((exports,module)=>{function evalrational(x){var ax;var s1;var s2;if(x===0)return-.000145727889667;if(x<0)ax=-x;else ax=x;if(ax<=1){s1=-.000145727889667+x*(-.290806748131+x*(-13.308504545+x*(199.722374056+x*-11.4311378756)));s2=1+x*(139.612587808+x*(2189.01116348+x*(7115.24019009+x*45574.6081453)))}else{x=1/x;s1=-11.4311378756+x*(199.722374056+x*(-13.308504545+x*(-.290806748131+x*-.000145727889667)));s2=45574.6081453+x*(7115.24019009+x*(2189.01116348+x*(139.612587808+x*1)))}return s1/s2}module.exports=evalrational}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_eps3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var ln=require_lib$32();var rational1=require_rational_ak4bk4();var rational2=require_rational_ak5bk5();var rational3=require_rational_ak6bk6();var rational4=require_rational_ak7bk7();var rational5=require_rational_ak8bk8();function eps3(eta){var x;var y;if(eta<-8){x=eta*eta;y=ln(-eta)/eta;return(-30+eta*y*(6*x*y*y-12+x))/(12*eta*x*x)}if(eta<-4)return rational1(eta)/(eta*eta);if(eta<-2)return rational2(eta);if(eta<2)return rational3(eta);if(eta<10){x=1/eta;return rational4(x)/(eta*eta)}if(eta<100){x=1/eta;return rational5(x)/(eta*eta)}return-ln(eta)/(12*eta*eta*eta)}module.exports=eps3}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_compute=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var logger=require_src();var evalpoly=require_lib$19();var gammaln=require_lib$9();var erfcinv=require_lib$22();var gamma=require_lib$44();var sqrt=require_lib$16();var abs=require_lib$28();var exp=require_lib$31();var min=require_lib$46();var pow=require_lib$21();var ln=require_lib$32();var SQRT_TWO_PI=require_lib$54();var MAX_FLOAT32=require_lib$8();var TWO_PI=require_lib$43();var higherNewton=require_higher_newton();var lambdaeta=require_lambdaeta();var gamstar=require_gamstar();var eps1=require_eps1();var eps2=require_eps2();var eps3=require_eps3();var debug=logger(`gammaincinv:compute`);var HALF=.5;var ONEO3=.3333333333333333;var ONEO4=.25;var ONEO5=.2;var ONEO6=.16666666666666666;var ONEO12=.08333333333333333;var ONEO24=.041666666666666664;var CK=[0,0,0,0,0];function compute(a,p,q){var ap1inv;var invfp;var lgama;var pcase;var porq;var ainv;var logr;var ap22;var ap14;var ap13;var ap12;var vgam;var vmin;var xini;var ap1;var ap2;var ap3;var eta;var p6;var p5;var x0;var a2;var L2;var L3;var L4;var b2;var b3;var p3;var a4;var fp;var p4;var p2;var a3;var xr;var ck;var b;var L;var i;var k;var m;var r;var s;var t;var y;if(p<HALF){pcase=true;porq=p;s=-1}else{pcase=false;porq=q;s=1}k=0;if(abs(a-1)<1e-4){m=0;if(pcase){if(p<.001){p2=p*p;p3=p2*p;p4=p3*p;p5=p4*p;p6=p5*p;x0=p+p2*HALF+p3*ONEO3+p4*ONEO4+p5*ONEO5+p6*ONEO6}else x0=-ln(1-p)}else x0=-ln(q);if(a===1){k=2;xr=x0}else{lgama=gammaln(a);k=1}}if(q<1e-30&&a<HALF){m=0;x0=-ln(q*gamma(a))+(a-1)*ln(-ln(q*gamma(a)));k=1;lgama=gammaln(a)}if(a>1&&a<500&&p<1e-80){m=0;ainv=1/a;ap1inv=1/(a+1);x0=(gammaln(a+1)+ln(p))*ainv;x0=exp(x0);xini=x0;for(i=0;i<10;i++)x0=xini*exp(x0*ainv)*pow(1-x0*ap1inv,ainv);k=1;lgama=gammaln(a)}logr=1/a*(ln(p)+gammaln(a+1));if(logr<ln(ONEO5*(1+a))&&k===0){r=exp(logr);m=0;a2=a*a;a3=a2*a;a4=a3*a;ap1=a+1;ap12=ap1*ap1;ap13=ap1*ap12;ap14=ap12*ap12;ap2=a+2;ap22=ap2*ap2;ap3=a+3;CK[0]=1;CK[1]=1/ap1;CK[2]=HALF*(3*a+5)/(ap12*ap2);CK[3]=ONEO3*(31+8*a2+33*a)/(ap13*ap2*ap3);CK[4]=ONEO24*(2888+1179*a3+125*a4+3971*a2+5661*a)/(ap14*ap22*ap3*(a+4));x0=r*evalpoly(CK,r);lgama=gammaln(a);k=1}if(a<10&&k===0){vgam=sqrt(a)/(gamstar(a)*SQRT_TWO_PI);vmin=min(.02,vgam);if(q<vmin){m=0;b=1-a;b2=b*b;b3=b2*b;eta=sqrt(-2/a*ln(q/vgam));x0=a*lambdaeta(eta);L=ln(x0);if(x0>5){L2=L*L;L3=L2*L;L4=L3*L;r=1/x0;CK[0]=L-1;CK[1]=(3*b-2*b*L+L2-2*L+2)*HALF;CK[2]=(24*b*L-11*b2-24*b-6*L2+12*L-12-9*b*L2+6*b2*L+2*L3)*ONEO6;CK[3]=(-12*b3*L+8.04*b*L2-114*b2*L+(72+36*L2)+(3*L4-72*L+162)*(b-168*b*L)-(12*L3+25*b3)-(22*b*L3+36*b2*L2+120*b2))*ONEO12;CK[4]=0;x0=x0-L+b*r*evalpoly(CK,r)}else{r=1/x0;L2=L*L;ck=L-1;t=L-b*r*ck;if(t<x0)x0-=t}lgama=gammaln(a);k=1}}if(abs(porq-HALF)<1e-5&&k===0){m=0;ainv=1/a;x0=a-ONEO3+(.019753086419753086+.007211444248481286*ainv)*ainv;lgama=gammaln(a);k=1}if(a<1&&k===0){m=0;if(pcase)x0=exp(1/a*(ln(porq)+gammaln(a+1)));else x0=exp(1/a*(ln(1-porq)+gammaln(a+1)));lgama=gammaln(a);k=1}if(k===0){m=1;ainv=1/a;r=erfcinv(2*porq);eta=s*r/sqrt(a*HALF);if(r<MAX_FLOAT32){eta+=(eps1(eta)+(eps2(eta)+eps3(eta)*ainv)*ainv)*ainv;x0=a*lambdaeta(eta);y=eta;fp=-sqrt(a/TWO_PI)*exp(-HALF*a*y*y)/gamstar(a);invfp=1/fp}else{debug(`Warning: Overflow problems in one or more steps of the computation.`);return NaN}}if(k<2)xr=higherNewton(x0,a,m,p,q,lgama,invfp,pcase);return xr}module.exports=compute}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_main$2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var isnan=require_lib$14();var FLOAT32_SMALLEST=require_lib$56();var PINF=require_lib$37();var compute=require_compute();function gammaincinv(p,a,upper){if(isnan(p)||isnan(a))return NaN;if(a<FLOAT32_SMALLEST)return NaN;if(p>1||p<0)return NaN;if(upper===true){if(p===0)return PINF;if(p===1)return 0;return compute(a,1-p,p)}if(p===0)return 0;if(p===1)return PINF;return compute(a,p,1-p)}module.exports=gammaincinv}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$2();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$2=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var FLOAT64_SMALLEST_SUBNORMAL=5e-324;module.exports=FLOAT64_SMALLEST_SUBNORMAL}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_temme3=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var gammaincinv=require_lib$3();var ln=require_lib$32();var sqrt=require_lib$16();var SMALLEST_SUBNORMAL=require_lib$2();var temmeRootFinder=require_root_finder();var newtonRaphsonIterate=require_newton_raphson();function temme3(a,b,p,q){var cross;var roots;var lower;var upper;var eta0;var eta;var w10;var w12;var w13;var w14;var e1;var e2;var e3;var mu;var d2;var d3;var d4;var w2;var w3;var w4;var w5;var w6;var w7;var w8;var w9;var w1;var d;var w;var u;var x;if(p<q)eta0=gammaincinv(p,b,true);else eta0=gammaincinv(q,b,false);eta0/=a;mu=b/a;w=sqrt(1+mu);w2=w*w;w3=w2*w;w4=w2*w2;w5=w3*w2;w6=w3*w3;w7=w4*w3;w8=w4*w4;w9=w5*w4;w10=w5*w5;d=eta0-mu;d2=d*d;d3=d2*d;d4=d2*d2;w1=w+1;w12=w1*w1;w13=w1*w12;w14=w12*w12;e1=(w+2)*(w-1)/(3*w);e1+=(w3+9*w2+21*w+5)*d/(36*w2*w1);e1-=(w4-13*w3+69*w2+167*w+46)*d2/(1620*w12*w3);e1-=(7*w5+21*w4+70*w3+26*w2-93*w-31)*d3/(6480*w13*w4);e1-=(75*w6+202*w5+188*w4-888*w3-1345*w2+118*w+138)*d4/(272160*w14*w5);e2=(28*w4+131*w3+402*w2+581*w+208)*(w-1)/(1620*w1*w3);e2-=(35*w6-154*w5-623*w4-1636*w3-3983*w2-3514*w-925)*d/(12960*w12*w4);e2-=(2132*w7+7915*w6+16821*w5+35066*w4+87490*w3+141183*w2+95993*w+21640)*d2/(816480*w5*w13);e2-=(11053*w8+53308*w7+117010*w6+163924*w5+116188*w4-258428*w3-677042*w2-481940*w-105497)*d3/(14696640*w14*w6);e3=-((3592*w7+8375*w6-1323*w5-29198*w4-89578*w3-154413*w2-116063*w-29632)*(w-1))/(816480*w5*w12);e3-=(442043*w9+2054169*w8+3803094*w7+3470754*w6+2141568*w5-2393568*w4-19904934*w3-34714674*w2-23128299*w-5253353)*d/(146966400*w6*w13);e3-=(116932*w10+819281*w9+2378172*w8+4341330*w7+6806004*w6+10622748*w5+18739500*w4+30651894*w3+30869976*w2+15431867*w+2919016)*d2/(146966400*w14*w7);eta=eta0+e1/a+e2/(a*a)+e3/(a*a*a);if(eta<=0)eta=SMALLEST_SUBNORMAL;u=eta-mu*ln(eta)+(1+mu)*ln(1+mu)-mu;cross=1/(1+mu);lower=eta<mu?cross:0;upper=eta<mu?1:cross;x=(lower+upper)/2;roots=temmeRootFinder(u,mu);return newtonRaphsonIterate(roots,x,lower,upper,32,100)}module.exports=temme3}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/tools/roots.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_halley_iterate=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var abs=require_lib$28();var ldexp=require_lib$26();var sign=require_lib$11();var max=require_lib$45();var MAX_VALUE=require_lib$33();function halleyIterate(fun,guess,minimum,maximum,digits,maxIter){var convergence;var outOfBounds;var delta1;var delta2;var factor;var result;var f0Last;var count;var delta;var denom;var diff;var num;var res;var f0;var f1;var f2;f0=0;outOfBounds=false;result=guess;factor=ldexp(1,1-digits);delta=max(1e7*guess,1e7);f0Last=0;delta1=delta;delta2=delta;count=maxIter;do{f0Last=f0;delta2=delta1;delta1=delta;res=fun(result);f0=res[0];f1=res[1];f2=res[2];count-=1;if(f0===0)break;if(f1===0){if(f0Last===0){if(result===minimum)guess=maximum;else guess=minimum;f0Last=fun(guess);delta=guess-result}if(sign(f0Last)*sign(f0)<0){if(delta<0)delta=(result-minimum)/2;else delta=(result-maximum)/2}else if(delta<0)delta=(result-maximum)/2;else delta=(result-minimum)/2}else if(f2===0)delta=f0/f1;else{denom=2*f0;num=2*f1-f0*(f2/f1);if(abs(num)<1&&abs(denom)>=abs(num)*MAX_VALUE)delta=f0/f1;else delta=denom/num;if(delta*f1/f0<0){delta=f0/f1;if(abs(delta)>2*abs(guess))delta=(delta<0?-1:1)*2*abs(guess)}}convergence=abs(delta/delta2);if(convergence>.8&&convergence<2){delta=delta>0?(result-minimum)/2:(result-maximum)/2;if(abs(delta)>result)delta=sign(delta)*result;delta2=delta*3}guess=result;result-=delta;if(result<minimum){if(abs(minimum)<1&&abs(result)>1&&MAX_VALUE/abs(result)<abs(minimum))diff=1e3;else diff=result/minimum;if(abs(diff)<1)diff=1/diff;if(!outOfBounds&&diff>0&&diff<3){delta=.99*(guess-minimum);result=guess-delta;outOfBounds=true}else{delta=(guess-minimum)/2;result=guess-delta;if(result===minimum||result===maximum)break}}else if(result>maximum){if(abs(maximum)<1&&abs(result)>1&&MAX_VALUE/abs(result)<abs(maximum))diff=1e3;else diff=result/maximum;if(abs(diff)<1)diff=1/diff;if(!outOfBounds&&diff>0&&diff<3){delta=.99*(guess-maximum);result=guess-delta;outOfBounds=true}else{delta=(guess-maximum)/2;result=guess-delta;if(result===minimum||result===maximum)break}}if(delta>0)maximum=guess;else minimum=guess}while(count&&abs(result*factor)<abs(delta));return result}module.exports=halleyIterate}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_ibeta_roots=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var kernelBetainc=require_lib$57().assign;var abs=require_lib$28();var FLOAT64_MAX=require_lib$33();var FLOAT64_MIN_NORM=require_lib$58();function ibetaRoots(a,b,target,invert){return roots;function roots(x){var buf;var f1;var f2;var f;var y=1-x;buf=[0,0];kernelBetainc(x,a,b,true,invert,buf,1,0);f=buf[0]-target;f1=buf[1];if(invert)f1=-f1;if(y===0)y=FLOAT64_MIN_NORM*64;if(x===0)x=FLOAT64_MIN_NORM*64;f2=f1*(-(y*a)+(b-2)*x+1);if(abs(f2)<y*x*FLOAT64_MAX)f2/=y*x;if(invert)f2=-f2;if(f1===0)f1=(invert?-1:1)*FLOAT64_MIN_NORM*64;return[f,f1,f2]}}module.exports=ibetaRoots}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var require_main$1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var evalpoly=require_lib$19();var betainc=require_lib$59();var expm1=require_lib$23();var log1p=require_lib$50();var asin=require_lib$15();var beta=require_lib$60();var sqrt=require_lib$16();var abs=require_lib$28();var exp=require_lib$31();var pow=require_lib$21();var sin=require_lib$30();var max=require_lib$45();var min=require_lib$46();var ln=require_lib$32();var FLOAT64_MIN_NORM=require_lib$58();var HALF_PI=require_lib$24();var EPSILON=require_lib$49();var findIBetaInvFromTDist=require_find_ibeta_inv_from_t_dist();var temme1=require_temme1();var temme2=require_temme2();var temme3=require_temme3();var halleyIterate=require_halley_iterate();var ibetaRoots=require_ibeta_roots();var DIGITS=32;var MAX_ITERATIONS=1e3;var terms=[0,0,0,0,0];function ibetaInvImp(a,b,p,q){var digits;var invert;var lambda;var lower;var theta;var upper;var roots;var maxv;var minv;var bet;var ppa;var tmp;var xs2;var ap1;var bm1;var fs;var lx;var ps;var xg;var xs;var yp;var a2;var a3;var b2;var r;var l;var u;var x;var y;invert=false;if(q===0)return[1,0];if(p===0)return[0,1];if(a===1){if(b===1)return[p,1-p];tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;invert=true}x=0;lower=0;upper=1;if(a===.5){if(b===.5){x=sin(p*HALF_PI);x*=x;y=sin(q*HALF_PI);y*=y;return[x,y]}if(b>.5){tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;invert=!invert}}if(b===.5&&a>=.5&&p!==1){yp={};x=findIBetaInvFromTDist(a,p,yp);y=yp.value}else if(b===1){if(p<q){if(a>1){x=pow(p,1/a);y=-expm1(ln(p)/a)}else{x=pow(p,1/a);y=1-x}}else{x=exp(log1p(-q)/a);y=-expm1(log1p(-q)/a)}if(invert){tmp=y;y=x;x=tmp}return[x,y]}else if(a+b>5){if(p>.5){tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;invert=!invert}minv=min(a,b);maxv=max(a,b);if(sqrt(minv)>maxv-minv&&minv>5){x=temme1(a,b,p);y=1-x}else{r=a+b;theta=asin(sqrt(a/r));lambda=minv/r;if(lambda>=.2&&lambda<=.8&&r>=10){ppa=pow(p,1/a);if(ppa<.0025&&a+b<200)x=ppa*pow(a*beta(a,b),1/a);else x=temme2(p,r,theta);y=1-x}else{if(a<b){tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;invert=!invert}bet=0;if(b<2)bet=beta(a,b);if(bet===0)y=1;else{y=pow(b*q*bet,1/b);x=1-y}}if(y>1e-5){x=temme3(a,b,p,q);y=1-x}}}else if(a<1&&b<1){xs=(1-a)/(2-a-b);fs=betainc(xs,a,b)-p;if(abs(fs)/p<EPSILON*3){if(invert)return[1-xs,xs];return[xs,1-xs]}if(fs<0){tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;invert=!invert;xs=1-xs}xg=pow(a*p*beta(a,b),1/a);x=xg/(1+xg);y=1/(1+xg);if(x>xs)x=xs;upper=xs}else if(a>1&&b>1){xs=(a-1)/(a+b-2);xs2=(b-1)/(a+b-2);ps=betainc(xs,a,b)-p;if(ps<0){tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;tmp=xs2;xs2=xs;xs=tmp;invert=!invert}lx=ln(p*a*beta(a,b))/a;x=exp(lx);y=x<.9?1-x:-expm1(lx);if(b<a&&x<.2){ap1=a-1;bm1=b-1;a2=a*a;a3=a*a2;b2=b*b;terms[0]=0;terms[1]=1;terms[2]=bm1/ap1;ap1*=ap1;terms[3]=bm1*(3*a*b+5*b+a2-a-4)/(2*(a+2)*ap1);ap1*=a+1;terms[4]=bm1*(33*a*b2+31*b2+8*a2*b2-30*a*b-47*b+11*a2*b+6*a3*b+18+4*a-a3+a2*a2-10*a2);terms[4]/=3*(a+3)*(a+2)*ap1;x=evalpoly(terms,x)}if(x>xs)x=xs;upper=xs}else{if(b<a){tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;invert=!invert}if(pow(p,1/a)<.5){x=pow(p*a*beta(a,b),1/a);if(x===0)x=FLOAT64_MIN_NORM;y=1-x}else{y=pow(1-pow(p,b*beta(a,b)),1/b);if(y===0)y=FLOAT64_MIN_NORM;x=1-y}}if(x>.5){tmp=b;b=a;a=tmp;tmp=q;q=p;p=tmp;tmp=y;y=x;x=tmp;invert=!invert;l=1-upper;u=1-lower;lower=l;upper=u}if(lower===0){if(invert){lower=EPSILON;if(x<lower)x=lower}else lower=FLOAT64_MIN_NORM;if(x<lower)x=lower}digits=DIGITS;if(x<1e-50&&(a<1||b<1)){digits*=3;digits/=2}roots=ibetaRoots(a,b,p<q?p:q,p>=q);x=halleyIterate(roots,x,lower,upper,digits,MAX_ITERATIONS);if(x===lower)x=0;if(invert)return[1-x,x];return[x,1-x]}module.exports=ibetaInvImp}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib$1=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main$1();module.exports=main}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_main=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var isnan=require_lib$14();var kernelBetaincinv=require_lib$1();function betaincinv(p,a,b,upper){if(isnan(p)||isnan(a)||isnan(b))return NaN;if(a<=0||b<=0)return NaN;if(p<0||p>1)return NaN;if(upper)return kernelBetaincinv(a,b,1-p,p)[0];return kernelBetaincinv(a,b,p,1-p)[0]}module.exports=betaincinv}));
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var require_lib=/* @__PURE__ */ __commonJSMin(((exports,module)=>{var main=require_main();module.exports=main}));var import_lib=/* @__PURE__ */ __toESM(require_lib$59(),1);var import_lib$1=/* @__PURE__ */ __toESM(require_lib(),1);var import_lib$2=/* @__PURE__ */ __toESM(require_lib$39(),1);var import_lib$3=/* @__PURE__ */ __toESM(require_lib$22(),1);const Z_975=1.959963984540054;function normalQuantile(share){return-Math.SQRT2*(0,import_lib$3.default)(2*share)}function normalPValue(difference,standardError){if(difference===0)return 1;return(0,import_lib$2.default)(Math.abs(difference)/standardError/Math.SQRT2)}function betaQuantile(share,alpha,beta){return(0,import_lib$1.default)(share,alpha,beta,false)}const NORMAL_FROM=1e9;function studentQuantile(freedom){if(freedom>=NORMAL_FROM)return Z_975;const y=betaQuantile(.95,.5,freedom/2);return Math.sqrt(freedom*y/(1-y))}function studentPValue(difference,standardError,freedom){if(difference===0)return 1;if(standardError===0)return 0;if(freedom>=NORMAL_FROM)return normalPValue(difference,standardError);const square=(difference/standardError)**2;return square<freedom?(0,import_lib.default)(square/(freedom+square),.5,freedom/2,true,true):(0,import_lib.default)(freedom/(freedom+square),freedom/2,.5,true,false)}export{studentPValue as a,normalQuantile as i,betaQuantile as n,studentQuantile as o,normalPValue as r,Z_975 as t};