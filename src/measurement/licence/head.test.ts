import assert from "node:assert/strict";
import { test } from "node:test";
import { decideLicence } from "./decide.ts";
import { headElsewhere, lastComment } from "./head-elsewhere.ts";

const decide = (path: string, text: string) =>
  decideLicence(["one", "two", "three"].map((folder) => ({ path: `${folder}/${path}`, text, role: "head" as const }))).expression;

/** How comments begin, what stands before each line, how they end. */
const comments: Record<string, [string, string, string]> = {
  "a.c": ["/*\n", " *", " */"],
  "a.js": ["/*!\n", " *", " */"],
  "b.js": ["", "//", ""],
  "a.py": ["", "#", ""],
  "b.py": ['"""\n', "", '"""'],
  "a.el": ["", ";;", ""],
  "a.erl": ["", "%%", ""],
  "a.lua": ["--[[\n", "", "]]"],
  "a.sql": ["", "--", ""],
  "a.hs": ["{-\n", "", "-}"],
  "a.ml": ["(*\n", "", "*)"],
  "a.f90": ["", "!", ""],
  "a.f": ["", "*", ""],
  "a.vim": ["", '"', ""],
  "a.bat": ["", "REM", ""],
  "a.m4": ["", "dnl", ""],
  "a.xml": ["<?xml version='1.0'?>\n<!--\n", "", "-->"],
  "a.pas": ["{\n", "", "}"],
  "a.vb": ["", "'", ""],
  "a.d": ["/+\n", "", "+/"],
  "a.php": ["<?php\n/**\n", " *", " */"],
  "a.sh": ["#!/bin/sh\n", "#", ""],
  "a.rb": ["=begin\n", "", "=end"],
  "a.jl": ["#=\n", "", "=#"],
  "a.pl": ["=pod\n", "", "=cut"],
  "a.cmake": ["#[[\n", "", "]]"],
  "a.adoc": ["////\n", "", "////"],
  "a.lisp": ["#|\n", "", "|#"],
  "a.ps1": ["<#\n", "", "#>"],
};
const notice = [
  "This program is free software: you can redistribute it and/or modify",
  "it under the terms of the GNU General Public License as published by",
  "the Free Software Foundation, either version 3 of the License, or",
  "(at your option) any later version.",
];

test("comments of every kind", () => {
  for (const [path, [opens, mark, closes]] of Object.entries(comments)) {
    const lines = ["Copyright 2020 Foo", "", ...notice].map((line) => `${mark} ${line}\n`);
    assert.equal(decide(path, `${opens}${lines.join("")}${closes}\n\ncode;\n`), "GPL-3.0-or-later", path);
  }
});

/** Made for the test: heads, and the licence of a repository of three files that begin with them. */
const stated: Record<string, Record<string, string>> = {
  "a.js": {
    "/**\n * @license MIT\n */\nvar x;\n": "MIT",
  },
  "a.php": {
    "<?php\n/**\n * Foo\n * @author X\n * @license https://opensource.org/licenses/MIT MIT License\n */\nclass X {}\n": "MIT",
    "<?php\n/**\n * @license http://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3\n * @copyright X\n */\n": "GPL-3.0-only",
    "<?php\n/*\nPlugin Name: X\nLicense: GPLv2 or later\nLicense URI: http://www.gnu.org/licenses/gpl-2.0.html\n*/\n": "GPL-2.0-or-later",
  },
  "a.py": {
    "# License: BSD 3 clause\nimport x\n": "BSD-3-Clause",
    "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n#\n# License: MIT\nimport x\n": "MIT",
    '__author__ = "x"\n__license__ = "MIT"\n': "MIT",
    '"""Doc."""\n\n__author__ = "x"\n__license__ = "GPLv3"\n': "GPL-3.0-only",
  },
  "a.vim": {
    '" x.vim - Things\n" Maintainer: T\n" License: Vim (see :help license)\n': "Vim",
    '" License: This file is placed in the public domain.\n': "LicenseRef-public-domain",
    '" License: MIT\n': "MIT",
  },
  "a.el": {
    ";;; x.el\n\n;;; License:\n\n;; Licensed under the same terms as Emacs.\n\n;;; Code:\n": "GPL-3.0-or-later",
    ";; License: GNU General Public License >= 3\n": "GPL-3.0-or-later",
  },
  "a.c": {
    '/*\n * Licensed under the Apache License, Version 2.0 (the "License");\n * you may not use this file except in compliance with the License.\n * You may obtain a copy of the License at\n * \n *     http://www.apache.org/licenses/LICENSE-2.0\n */\nint x;\n':
      "Apache-2.0",
    "/*\n * This Source Code Form is subject to the terms of the Mozilla Public\n * License, v. 2.0. If a copy of the MPL was not distributed with this\n * file, You can obtain one at https://mozilla.org/MPL/2.0/.\n */\nint x;\n":
      "MPL-2.0",
    "/*\n * Use of this source code is governed by a BSD-style\n * license that can be found in the LICENSE file.\n */\nint x;\n": "NONE",
    "/*\n * Use of this source code is governed by an MIT-style\n * license that can be found in the LICENSE file or at\n * https://opensource.org/licenses/MIT.\n */\nint x;\n":
      "MIT",
    "/*\n * This file is part of X. It is distributed under the GPL version 2.\n */\nint x;\n": "GPL-2.0-only",
    "/*\n * This library is free software; you can redistribute it and/or\n * modify it under the terms of the GNU Lesser General Public\n * License as published by the Free Software Foundation; either\n * version 2.1 of the License, or (at your option) any later version.\n */\nint x;\n":
      "LGPL-2.1-or-later",
    "/*\n * This program is free software; you can redistribute it and/or modify\n * it under the terms of the GNU General Public License version 2 as\n * published by the Free Software Foundation.\n */\nint x;\n":
      "GPL-2.0-only",
    "/*\n * Ce logiciel est régi par la licence CeCILL-C soumise au droit français et\n * respectant les principes de diffusion des logiciels libres.\n */\nint x;\n":
      "CECILL-C",
    "/*\n * This software is governed by the CeCILL-B license under French law and\n * abiding by the rules of distribution of free software.\n */\nint x;\n":
      "CECILL-B",
    "/*\n * Copyright (c) 2020 X\n * \n * isc license permission to use copy modify and or distribute this software\n * for any purpose with or without fee is hereby granted provided that\n * the above copyright notice and this permission notice appear in all copies\n * the software is provided as is and isc disclaims all warranties with\n * regard to this software including all implied warranties of merchantability and fitness\n * in no event shall isc be liable for any special direct indirect\n * or consequential damages or any damages whatsoever resulting from loss of use\n * data or profits whether in an action of contract negligence or other\n * tortious action arising out of or in connection with the use or\n * performance of this software\n * \n */\nint x;\n":
      "ISC",
    "/*\n * Public domain.\n */\nint x;\n": "LicenseRef-public-domain",
    "/*\n * This code is in the public domain.\n */\nint x;\n": "LicenseRef-public-domain",
    "/*\n * The author disclaims copyright to this source code.  In place of\n * a legal notice, here is a blessing:\n * \n *    May you do good and not evil.\n *    May you find forgiveness for yourself and forgive others.\n *    May you share freely, never taking more than you give.\n */\nint x;\n":
      "blessing",
    "/*\n * To the extent possible under law, the author(s) have dedicated all copyright and related and neighboring rights to this software to the public domain worldwide. This software is distributed without any warranty.\n * You should have received a copy of the CC0 Public Domain Dedication along with this software. If not, see <http://creativecommons.org/publicdomain/zero/1.0/>.\n */\nint x;\n":
      "CC0-1.0",
    "/*\n * Distributed under the Boost Software License, Version 1.0.\n * (See accompanying file LICENSE_1_0.txt or copy at\n * http://www.boost.org/LICENSE_1_0.txt)\n */\nint x;\n":
      "BSL-1.0",
    '/*\n * "THE BEER-WARE LICENSE" (Revision 42):\n * <phk@FreeBSD.ORG> wrote this file. As long as you retain this notice you\n * can do whatever you want with this stuff. If we meet some day, and you think\n * this stuff is worth it, you can buy me a beer in return Poul-Henning Kamp\n */\nint x;\n':
      "Beerware",
    "/*\n * Proprietary and confidential. Unauthorized copying of this file is prohibited.\n */\nint x;\n": "NONE",
    "/*\n * This work is licensed under the terms of the GNU GPL, version 2 or later.\n * See the COPYING file in the top-level directory.\n */\nint x;\n":
      "GPL-2.0-or-later",
    "/*\n * This file may be distributed under the terms of the GNU GPLv3 license.\n */\nint x;\n": "GPL-3.0-only",
    "/*\n * Licensed under GPLv2 or later, see file LICENSE in this source tree.\n */\nint x;\n": "GPL-2.0-or-later",
    "/*\n * Released under the MIT license\n */\nint x;\n": "MIT",
    "/*\n * Dual licensed under the MIT and GPL licenses.\n */\nint x;\n": "MIT OR GPL-1.0-or-later",
    "/*\n * Este programa é um software livre; você pode redistribuí-lo e/ou modificá-lo dentro dos termos da Licença Pública Geral GNU como publicada pela Fundação do Software Livre (FSF); na versão 2 da Licença, ou (na sua opinião) qualquer versão posterior.\n */\nint x;\n":
      "GPL-2.0-or-later",
    "/*\n * Ce programme est un logiciel libre ; vous pouvez le redistribuer ou le modifier suivant les termes de la GNU General Public License telle que publiée par la Free Software Foundation ; soit la version 3 de la licence, soit (à votre gré) toute version ultérieure.\n */\nint x;\n":
      "GPL-3.0-or-later",
    "/*\n * Este programa es software libre: usted puede redistribuirlo y/o modificarlo bajo los términos de la Licencia Pública General GNU publicada por la Fundación para el Software Libre, ya sea la versión 3 de la Licencia, o (a su elección) cualquier versión posterior.\n */\nint x;\n":
      "GPL-3.0-or-later",
    "/*\n * Este programa es software libre: puede redistribuirlo y/o modificarlo bajo los términos de la Licencia Pública General Affero de GNU publicada por la Free Software Foundation, ya sea la versión 3 de la Licencia, o cualquier versión posterior.\n */\nint x;\n":
      "AGPL-3.0-or-later",
    "/*\n * Questo programma è software libero: è lecito redistribuirlo e/o modificarlo secondo i termini della GNU General Public License come pubblicata dalla Free Software Foundation, sia la versione 3 della licenza, sia (a propria scelta) ogni versione successiva.\n */\nint x;\n":
      "GPL-3.0-or-later",
    "/*\n * Dieses Programm ist Freie Software: Sie können es unter den Bedingungen\n * der GNU General Public License, wie von der Free Software Foundation,\n * Version 3 der Lizenz oder (nach Ihrer Wahl) jeder neueren\n * veröffentlichten Version, weiter verteilen und/oder modifizieren.\n */\nint x;\n":
      "GPL-3.0-or-later",
    "/*\n * Lizenziert unter der EUPL, Version 1.2 oder – sobald diese von der Europäischen Kommission genehmigt wurden – Folgeversionen der EUPL („Lizenz“); Sie dürfen dieses Werk ausschließlich gemäß dieser Lizenz nutzen.\n */\nint x;\n":
      "EUPL-1.2",
    "/*\n * Concédée sous licence EUPL, version 1.2 ou – dès leur approbation par la Commission européenne - versions ultérieures de l’EUPL (la «Licence»). Vous ne pouvez utiliser la présente œuvre que conformément à la Licence.\n */\nint x;\n":
      "EUPL-1.2",
    "/*\n * Con Licencia bajo la EUPL, Versión 1.2 o –en cuanto sean aprobadas por la Comisión Europea– versiones posteriores de la EUPL (la «Licencia»); Solo podrá usarse esta obra si se respeta la Licencia.\n */\nint x;\n":
      "EUPL-1.2",
    "/*\n * Concesso in licenza a norma dell'EUPL, versione 1.2. Non è possibile utilizzare l'opera salvo nel rispetto della Licenza.\n */\nint x;\n":
      "EUPL-1.2",
    '/*\n * In licentie gegeven krachtens de EUPL, versie 1.2 of – zodra deze worden goedgekeurd door de Europese Commissie - opeenvolgende versies van de EUPL (de "licentie"); U mag dit werk alleen gebruiken in overeenstemming met de licentie.\n */\nint x;\n':
      "EUPL-1.2",
    '/*\n * The contents of this file are subject to the Mozilla Public License Version\n * 1.1 (the "License"); you may not use this file except in compliance with\n * the License. You may obtain a copy of the License at\n * http://www.mozilla.org/MPL/\n * \n * Alternatively, the contents of this file may be used under the terms of\n * either the GNU General Public License Version 2 or later (the "GPL"), or\n * the GNU Lesser General Public License Version 2.1 or later (the "LGPL"),\n * in which case the provisions of the GPL or the LGPL are applicable instead\n * of those above.\n */\nint x;\n':
      "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later",
    '/*\n * Permission to use, copy, modify, and/or distribute this software for any\n * purpose with or without fee is hereby granted.\n * \n * THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES\n * WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF\n * MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR\n * ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES\n * WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN\n * ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF\n * OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.\n */\nint x;\n':
      "0BSD",
    "/*\n * This library is distributed under the terms of either:\n * \n *    - the GNU Lesser General Public License as published by the Free Software Foundation; either version 3 of the License, or (at your option) any later version\n * \n * or\n * \n *    - the GNU General Public License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later version\n * \n * or both in parallel, as here.\n */\nint x;\n":
      "LGPL-3.0-or-later OR GPL-2.0-or-later",
    "/*\n * This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License version 2 or version 3 as published by the Free Software Foundation.\n */\nint x;\n":
      "GPL-2.0-only OR GPL-3.0-only",
    "/*\n * This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation; either version 2 of the License or (at your option) version 3 or any later version accepted by the membership of KDE e.V.\n */\nint x;\n":
      "GPL-2.0-only OR GPL-3.0-only OR LicenseRef-KDE-Accepted-GPL",
  },
  "a.java": {
    '/*\n * Licensed under the EUPL, Version 1.2 or – as soon they will be approved by the European\n * Commission - subsequent versions of the EUPL (the "Licence");\n * You may not use this work except in compliance with the Licence.\n */\nint x;\n':
      "EUPL-1.2",
    '/*\n * DO NOT ALTER OR REMOVE COPYRIGHT NOTICES OR THIS FILE HEADER.\n * \n * This code is free software; you can redistribute it and/or modify it\n * under the terms of the GNU General Public License version 2 only, as\n * published by the Free Software Foundation.  Oracle designates this\n * particular file as subject to the "Classpath" exception as provided\n * by Oracle in the LICENSE file that accompanied this code.\n */\nint x;\n':
      "GPL-2.0-only WITH Classpath-exception-2.0",
    "/*\n * This program and the accompanying materials are made available under the\n * terms of the Eclipse Public License v. 2.0, which is available at\n * http://www.eclipse.org/legal/epl-2.0.\n * \n * This Source Code may also be made available under the following Secondary\n * Licenses when the conditions for such availability set forth in the\n * Eclipse Public License v. 2.0 are satisfied: GNU General Public License,\n * version 2 with the GNU Classpath Exception, which is available at\n * https://www.gnu.org/software/classpath/license.html.\n */\nint x;\n":
      "EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0",
  },
  "a.go": {
    "// Copyright 2020 The X Authors. All rights reserved.\n// Use of this source code is governed by the Apache 2.0\n// license that can be found in the LICENSE file.\n":
      "Apache-2.0",
  },
  "a.tex": {
    "% This work may be distributed and/or modified under the\n% conditions of the LaTeX Project Public License, either version 1.3\n% of this license or (at your option) any later version.\n":
      "LPPL-1.3c",
  },
  "a.pl": {
    "package X;\nuse strict;\n\n=head1 LICENSE\n\nThis library is free software; you can redistribute it and/or modify it under the same terms as Perl itself.\n\n=cut\n":
      "Artistic-1.0-Perl OR GPL-1.0-or-later",
  },
  "a.swift": {
    "//===----------------------------------------------------------------------===//\n//\n// This source file is part of the Swift.org open source project\n//\n// Copyright (c) 2014 Apple Inc. and the Swift project authors\n// Licensed under Apache License v2.0 with Runtime Library Exception\n//\n// See http://swift.org/LICENSE.txt for license information\n":
      "Apache-2.0 WITH Swift-exception",
  },
  "a.cpp": {
    "// Part of the LLVM Project, under the Apache License v2.0 with LLVM Exceptions.\n// See https://llvm.org/LICENSE.txt for license information.\n// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n":
      "Apache-2.0 WITH LLVM-exception",
  },
};

test("what heads say", () => {
  for (const [path, texts] of Object.entries(stated)) {
    for (const [text, expression] of Object.entries(texts)) assert.equal(decide(path, text), expression, text);
  }
});

test("a head may say that the licence stands elsewhere", () => {
  assert.equal(headElsewhere("src/lapi.c", "/*\n** See Copyright Notice in lua.h\n*/"), "src/lua.h");
  assert.equal(headElsewhere("one.h", "/* LICENSE\n\n  See end of file for license information. */"), "one.h");
  assert.equal(headElsewhere("one.h", "// See the documentation in manual.md"), undefined);
  assert.equal(
    headElsewhere("a.c", "/* Licensed under the MIT License. See the license terms in LICENSE.txt */"),
    undefined,
    "it says so itself",
  );
  assert.equal(lastComment("/* one */\nint x;\n/* two */\n"), "/* two */\n");
  assert.equal(lastComment("int x;"), "");
});
